package org.bodywork.notifications.notification.application;

import java.time.Instant;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Visit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What staff are emailed that is about no one visit. */
public interface StaffLetters {

    /**
     * One of them.
     *
     * @param id a UUID that stands for it
     * @param account whom it is for
     * @param at when it came to this state; none while it waits
     */
    record StaffLetter(
            String id,
            String kind,
            String account,
            String state,
            @Nullable Reason reason,
            @Nullable String providerId,
            Instant due,
            @Nullable Instant at,
            boolean possibleRepeat) {}

    /** The agendas of the visit's day with its therapist. */
    Flux<StaffLetter> ofTheDayOf(Visit visit);

    /** The newest to this account, the last first, and no more than these. */
    Flux<StaffLetter> to(String account, int most);
}
