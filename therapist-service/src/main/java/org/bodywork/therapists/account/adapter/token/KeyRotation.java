package org.bodywork.therapists.account.adapter.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When signing keys change.
 *
 * @param rotateAfter how long a key signs
 * @param publishedAhead how long a key is published before it signs: longer than any service goes on with a copy of the
 *     keys without looking again, so that all know the key before they meet it
 */
@ConfigurationProperties("bodywork.signing-keys")
record KeyRotation(
        @DefaultValue("30d") Duration rotateAfter,
        @DefaultValue("20m") Duration publishedAhead) {

    KeyRotation {
        if (!publishedAhead.isPositive() || rotateAfter.compareTo(publishedAhead) <= 0) {
            throw new IllegalArgumentException(
                    "bodywork.signing-keys: a key signs for longer than it is published before");
        }
    }
}
