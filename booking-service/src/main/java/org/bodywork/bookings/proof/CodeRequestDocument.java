package org.bodywork.bookings.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.platform.codes.domain.Binding;
import org.bodywork.platform.codes.domain.BrowserKey;
import org.bodywork.platform.codes.domain.CodeSeal;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Somebody's wish to prove who they are, until they show the code that was sent to them.
 *
 * @param client whom the code proves; absent when the address is nobody's: it is kept all the same, so that both cases
 *     look alike
 * @param openFor the client's keyed hash while the code is good; no two have the same, so a new code ends the one before
 * @param expiresAt by the unmoved clock
 * @param due when it is forgotten, by business time
 */
record CodeRequestDocument(
        @Id String id,
        long sequence,
        @Nullable String client,
        String salt,
        String hash,
        String keyHash,
        boolean keyNeeded,
        @Nullable String openFor,
        Instant expiresAt,
        int tries,
        Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "codeRequests";

    /** How long a code can be used. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** With six digits, five tries find a code once in 200 000 requests. */
    static final int MOST_TRIES = 5;

    /** Both are always looked at, so that the time taken says nothing. */
    boolean opensWith(String email, OneTimeCode code, @Nullable BrowserKey shown) {
        boolean rightCode = new CodeSeal(salt, hash).opensWith(email, code);
        boolean rightBrowser = new Binding(keyHash, keyNeeded).allows(shown);
        return rightCode && rightBrowser && client != null;
    }
}
