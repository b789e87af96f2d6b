package org.bodywork.notifications.delivery.domain;

/**
 * What a provider reports about a message after it took it.
 *
 * @param message the id the message was sent with
 */
public record DeliveryReport(String message, String providerId, What what) {

    /** How far the provider got. */
    public enum What {
        TAKEN,
        DELIVERED,
        UNDELIVERED
    }
}
