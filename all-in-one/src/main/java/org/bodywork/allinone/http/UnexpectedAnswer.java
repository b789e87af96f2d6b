package org.bodywork.allinone.http;

/** A service answered something else than it should have. */
public final class UnexpectedAnswer extends RuntimeException {

    public UnexpectedAnswer(String message) {
        super(message);
    }
}
