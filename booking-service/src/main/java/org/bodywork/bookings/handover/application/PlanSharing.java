package org.bodywork.bookings.handover.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.opening.domain.TherapistId;
import reactor.core.publisher.Mono;

/** Lets the summary of a client's plan go along with a visit, if the client wants that. */
public interface PlanSharing {

    /** For as long as nobody keeps plans. */
    PlanSharing NO_PLANS = new PlanSharing() {
        @Override
        public Mono<Boolean> isThere(Appointment visit) {
            return Mono.just(false);
        }

        @Override
        public Mono<Void> share(Appointment visit, TherapistId with) {
            return Mono.empty();
        }
    };

    /** Whether there is anything to share; never empty. */
    Mono<Boolean> isThere(Appointment visit);

    /** Doing it again changes nothing. */
    Mono<Void> share(Appointment visit, TherapistId with);
}
