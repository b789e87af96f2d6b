package org.bodywork.notifications.delivery.adapter.twilio;

/** A request to a webhook that Twilio did not sign. */
final class ForgedWebhook extends RuntimeException {

    ForgedWebhook() {
        super("the signature is missing or wrong", null, false, false);
    }
}
