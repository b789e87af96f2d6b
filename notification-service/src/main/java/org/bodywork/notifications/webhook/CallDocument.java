package org.bodywork.notifications.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One thing to be told to one practice, as stored.
 *
 * @param id the same for every attempt, so that a receiver can tell a repeat
 * @param body JSON
 * @param since when it was first due, by the unmoved clock
 * @param due when it is to be looked at; gone once nothing is left to do
 */
record CallDocument(
        @Id String id,
        String practiceId,
        String body,
        State state,
        Instant since,
        @Nullable Instant due) {

    static final String COLLECTION = "webhookCalls";

    enum State {
        WAITING,
        TOLD,
        /** Tried for days, or nobody is to be told any more. */
        GIVEN_UP
    }
}
