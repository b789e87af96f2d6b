package org.bodywork.notifications.delivery.domain;

/**
 * An SMS.
 *
 * @param id names the message in the provider's status callbacks
 */
public record TextMessage(String id, String to, String body) implements OutgoingMessage {

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(body);
    }
}
