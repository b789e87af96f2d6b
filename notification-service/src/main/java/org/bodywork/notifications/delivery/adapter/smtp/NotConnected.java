package org.bodywork.notifications.delivery.adapter.smtp;

import jakarta.mail.MessagingException;

/** No conversation with the mail server began, so it certainly has nothing. */
final class NotConnected extends RuntimeException {

    NotConnected(MessagingException cause) {
        super("not connected to the mail server", cause);
    }
}
