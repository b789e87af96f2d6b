package org.bodywork.notifications.remote;

/** The call was not made: too many are under way, or the other side was failing a moment ago. */
public final class NotCalled extends RuntimeException {

    NotCalled(Throwable cause) {
        super("not called: " + cause.getMessage(), cause);
    }
}
