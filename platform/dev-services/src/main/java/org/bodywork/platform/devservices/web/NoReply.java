package org.bodywork.platform.devservices.web;

/** Thrown by a handler to close the connection without an answer. */
public final class NoReply extends RuntimeException {

    public NoReply() {
        super("no answer on purpose");
    }
}
