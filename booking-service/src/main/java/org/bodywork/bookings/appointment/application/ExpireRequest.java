package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Ends what nobody answered in time, a request, a proposal or a wish to move, if that is still so. */
public final class ExpireRequest {

    private final Appointments appointments;
    private final ChangeAppointment changes;
    private final BusinessClock clock;

    public ExpireRequest(Appointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.changes = new ChangeAppointment(appointments);
        this.clock = clock;
    }

    public Mono<Void> expire(AppointmentId id) {
        return changes.change(appointments.byId(id), appointment -> appointment.expire(clock.now()))
                .then();
    }
}
