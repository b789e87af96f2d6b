package org.bodywork.platform.devservices;

/** Why a server did not start, in one plain line that says what to do. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String whatToDo) {
        super(whatToDo);
    }

    public CannotStart(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
