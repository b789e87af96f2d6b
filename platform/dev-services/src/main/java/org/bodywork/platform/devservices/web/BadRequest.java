package org.bodywork.platform.devservices.web;

/** A request that cannot be understood. */
public final class BadRequest extends RuntimeException {

    private final int status;

    public BadRequest(String reason) {
        this(400, reason);
    }

    BadRequest(int status, String reason) {
        super(reason);
        this.status = status;
    }

    Reply reply() {
        return Reply.text(status, String.valueOf(getMessage()));
    }
}
