package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Clears away what has ended by itself, by compare-and-set like any other change. */
final class EndExpired {

    private final Appointments appointments;
    private final Holds holds;

    EndExpired(Appointments appointments, Holds holds) {
        this.appointments = appointments;
        this.holds = holds;
    }

    Mono<Void> among(List<Holder> holders, Instant now) {
        return Flux.fromIterable(holders)
                .concatMap(holder -> end(holder, now)
                        // Somebody else has just ended it, or its therapist was faster: whoever looks again will see.
                        .onErrorResume(ChangedMeanwhile.class, _ -> Mono.empty()))
                .then();
    }

    private Mono<?> end(Holder holder, Instant now) {
        return switch (holder) {
            case Appointment appointment ->
                Mono.justOrEmpty(appointment.expire(now)).flatMap(appointments::apply);
            case Hold hold -> Mono.justOrEmpty(hold.expire(now)).flatMap(holds::apply);
            case Block _ -> Mono.empty();
        };
    }
}
