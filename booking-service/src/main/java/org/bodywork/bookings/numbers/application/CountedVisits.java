package org.bodywork.bookings.numbers.application;

import java.time.LocalDate;
import java.util.Set;
import org.bodywork.bookings.numbers.domain.CountedVisit;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Visits to be counted, however long ago; found by whose they are and when they begin. */
public interface CountedVisits {

    /**
     * Those of any of these therapists that begin on these local dates, both inclusive. Holds and blocks are none.
     *
     * @param practice only at that practice; null for any
     */
    Flux<CountedVisit> of(Set<TherapistId> therapists, @Nullable PracticeId practice, LocalDate from, LocalDate to);
}
