package org.bodywork.notifications.signin;

/** The mail server did not take a code; it is worth another try. */
final class NotDelivered extends RuntimeException {

    NotDelivered(String id) {
        super("code of request " + id + " not delivered yet", null, false, false);
    }
}
