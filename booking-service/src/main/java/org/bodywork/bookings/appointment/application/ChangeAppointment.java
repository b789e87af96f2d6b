package org.bodywork.bookings.appointment.application;

import java.util.Optional;
import java.util.function.Function;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Find, decide, save. When somebody else was faster, it is found and decided again, so that whoever comes second is told
 * what happened.
 */
final class ChangeAppointment {

    private static final int MOST_TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(ChangeAppointment.class);

    private final Appointments appointments;

    ChangeAppointment(Appointments appointments) {
        this.appointments = appointments;
    }

    /** Gives the appointment as it stands afterwards, changed or not; empty when it is not found. */
    Mono<Appointment> change(Mono<Appointment> found, Function<Appointment, Optional<Change>> decide) {
        return found.flatMap(present -> decide.apply(present).map(this::save).orElseGet(() -> Mono.just(present)))
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    private Mono<Appointment> save(Change change) {
        return appointments.apply(change).doOnNext(ChangeAppointment::log);
    }

    static void log(Appointment changed) {
        log.atInfo()
                .addKeyValue("appointment", changed.id())
                .addKeyValue("status", changed.status())
                .addKeyValue("by", changed.state().lastEntry().by().kind())
                .log("Appointment changed");
    }
}
