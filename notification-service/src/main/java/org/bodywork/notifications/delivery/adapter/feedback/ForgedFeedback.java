package org.bodywork.notifications.delivery.adapter.feedback;

/** A report that nobody with the secret signed, or signed long ago. */
final class ForgedFeedback extends RuntimeException {

    ForgedFeedback() {
        super("the signature is missing, wrong or old", null, false, false);
    }
}
