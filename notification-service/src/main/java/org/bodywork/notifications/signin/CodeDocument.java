package org.bodywork.notifications.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A code on its way, as stored.
 *
 * @param sealed address and code, still encrypted; gone once nothing is left to do
 * @param due when it is to be looked at; gone once nothing is left to do
 */
record CodeDocument(
        @Id String id,
        State state,
        Instant expiresAt,
        @Nullable String sealed,
        @Nullable Instant due) {

    static final String COLLECTION = "signInCodes";

    enum State {
        WAITING,
        SENT,
        FAILED,
        EXPIRED
    }
}
