package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Cancels what a client still has to come, as the client could. */
public final class CancelForGood {

    private final ClientVisits visits;
    private final Appointments appointments;
    private final ChangeAppointment changes;
    private final BusinessClock clock;

    public CancelForGood(ClientVisits visits, Appointments appointments, BusinessClock clock) {
        this.visits = visits;
        this.appointments = appointments;
        this.changes = new ChangeAppointment(appointments);
        this.clock = clock;
    }

    public Mono<Void> allOf(String clientRef) {
        return visits.of(clientRef)
                .filter(visit -> visit.clientMayCancel(clock.now()))
                .concatMap(visit -> cancel(visit.id()))
                .then();
    }

    /** Leaves one alone that cannot be cancelled any more; empty where there is none. */
    public Mono<Appointment> cancel(AppointmentId visit) {
        return changes.change(appointments.byId(visit), present -> {
            Instant now = clock.now();
            return present.clientMayCancel(now) ? present.cancelByClient(now) : Optional.empty();
        });
    }
}
