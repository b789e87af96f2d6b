package org.bodywork.notifications.notification.application;

import java.time.Instant;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.TherapistId;
import org.bodywork.notifications.notification.domain.Visit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The newest known state of each visit, and the only place where contact data is kept. */
public interface Visits {

    Mono<Visit> find(AppointmentId id);

    /**
     * How far a visit is known.
     *
     * @param visit none where its client was forgotten before anything was told of it
     */
    record Known(long sequence, @Nullable Visit visit) {}

    /** Nothing where it was never heard of. */
    Mono<Known> known(AppointmentId id);

    /** Whether this state is known, or a newer one; so is every state of a visit whose client was forgotten. */
    Mono<Boolean> knows(AppointmentId id, long sequence);

    /**
     * Where one visit stands among all, which are in order of their start and then of their id.
     *
     * @param id empty for the beginning of all that start then
     */
    record Position(Instant start, String id) {

        public static Position beginningAt(Instant start) {
            return new Position(start, "");
        }

        public static Position of(Visit visit) {
            return new Position(visit.start(), visit.id().value());
        }
    }

    /** The next visits that take place, after this one. */
    Flux<Visit> confirmedAfter(Position position, int most);

    /** The next visits at a practice that take or took place, after this one. */
    Flux<Visit> at(PracticeId practice, Position after, int most);

    /** The visits of a therapist that take place and start in this time, its end excluded, by their start. */
    Flux<Visit> confirmedWith(TherapistId therapist, Instant from, Instant until);

    /** The visits that were booked together, as far as they are known; in any order. */
    Flux<Visit> ofSeries(String series);

    /** What is kept for this client and is no visit: offers and plans. */
    Flux<AppointmentId> otherThanVisitsOf(String clientRef);

    /** Keeps this state unless the same or a newer one is known. */
    Mono<Void> remember(Visit visit);

    /** Drops who the client is and how to reach them, also from whatever may still be told of it. */
    Mono<Void> forgetClient(AppointmentId id);
}
