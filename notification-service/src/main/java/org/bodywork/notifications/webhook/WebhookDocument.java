package org.bodywork.notifications.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Where a practice wants to be called, as stored. Its secret is not: it is computed from the key and the version.
 *
 * @param id the practice
 * @param version rises with every change, and with it the secret
 * @param failingSince of failures without a success between, the first
 * @param disabled why it is called no more
 */
record WebhookDocument(
        @Id String id,
        String url,
        long version,
        Instant changedAt,
        @Nullable Instant failingSince,
        @Nullable Failure lastFailure,
        @Nullable Disabled disabled,
        @Nullable Instant disabledAt) {

    static final String COLLECTION = "webhooks";

    /** How a call failed. The names are part of the API. */
    enum Failure {
        /** Nobody answers there. */
        UNREACHABLE,
        TOO_SLOW,
        /** It leads to no public address. */
        NOT_ALLOWED,
        /** Somebody answers, and not with success; redirects are none. */
        REFUSED
    }

    /** Why it is called no more. The names are part of the API. */
    enum Disabled {
        /** For days every call failed. */
        FAILING,
        /** It answered 410: there is nobody to call any more. */
        GONE
    }
}
