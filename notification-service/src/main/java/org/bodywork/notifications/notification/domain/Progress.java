package org.bodywork.notifications.notification.domain;

import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Fingerprint;

/** How far a notification has come. Times are business time unless they say otherwise. */
public sealed interface Progress {

    /** It waits for its time. */
    record Planned() implements Progress {}

    /** It would have gone out, but waits until then. */
    record Held(Reason reason, Instant until) implements Progress {}

    /**
     * It is being handed to the provider; if this is found later, the answer was lost.
     *
     * @param since when the attempt began, by the unmoved clock, which is also the provider's
     */
    record Sending(Instant since, Fingerprint fingerprint) implements Progress {}

    /** The provider took it. */
    record Sent(String providerId, Instant at) implements Progress {}

    /** It reached the recipient. */
    record Delivered(String providerId, Instant at) implements Progress {}

    /** It will not arrive. */
    record Failed(Reason reason, Instant at) implements Progress {}

    /** It was left unsent because it would have been wrong or unwanted. */
    record Skipped(Reason reason, Instant at) implements Progress {}

    /** Its useful time ended before it could be sent. */
    record Expired(Reason reason, Instant at) implements Progress {}
}
