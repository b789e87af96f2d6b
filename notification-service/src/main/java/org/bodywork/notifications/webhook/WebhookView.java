package org.bodywork.notifications.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.bodywork.notifications.webhook.WebhookDocument.Disabled;
import org.bodywork.notifications.webhook.WebhookDocument.Failure;
import org.jspecify.annotations.Nullable;

/**
 * A practice's webhook.
 *
 * @param secret what to check signatures with; shown only when the address is set
 * @param failingSince of failures without a success between, the first
 * @param disabled why it is called no more; set it anew to begin again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        String url,
        @Nullable String secret,
        Instant changedAt,
        @Nullable Instant failingSince,
        @Nullable Failure lastFailure,
        @Nullable Disabled disabled,
        @Nullable Instant disabledAt) {

    static WebhookView of(WebhookDocument webhook, @Nullable String secret) {
        return new WebhookView(
                webhook.url(),
                secret,
                webhook.changedAt(),
                webhook.failingSince(),
                webhook.lastFailure(),
                webhook.disabled(),
                webhook.disabledAt());
    }
}
