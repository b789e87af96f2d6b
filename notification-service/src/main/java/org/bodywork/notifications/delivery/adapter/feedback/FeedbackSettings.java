package org.bodywork.notifications.delivery.adapter.feedback;

import java.util.Optional;
import org.bodywork.notifications.remote.WebhookSignature;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What reports about emails are signed with.
 *
 * @param secret {@code MAIL_FEEDBACK_SECRET}: base64 of at least 24 random bytes; while it is empty none is believed
 */
@ConfigurationProperties("bodywork.mail-feedback")
record FeedbackSettings(@DefaultValue("") String secret) {

    Optional<WebhookSignature> signature() {
        return secret.isBlank() ? Optional.empty() : Optional.of(WebhookSignature.under(secret));
    }

    @Override
    public String toString() {
        return "FeedbackSettings[hidden]";
    }
}
