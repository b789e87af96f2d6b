package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * Looks after what waits for an answer, a request, a proposal or a wish to move: the therapist is reminded at half time,
 * and what nobody has answered in time ends, if that is still so.
 */
public final class AwaitAnswer {

    private final Appointments appointments;
    private final ChangeAppointment changes;
    private final BusinessClock clock;

    public AwaitAnswer(Appointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.changes = new ChangeAppointment(appointments);
        this.clock = clock;
    }

    public Mono<Void> look(AppointmentId id) {
        Instant now = clock.now();
        return changes.change(
                        appointments.byId(id),
                        appointment -> appointment.expire(now).or(() -> appointment.remind(now)))
                .then();
    }
}
