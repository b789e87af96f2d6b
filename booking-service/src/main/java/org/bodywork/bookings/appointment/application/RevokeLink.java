package org.bodywork.bookings.appointment.application;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Gives a visit another secret link, which its client is sent; the one of before opens nothing any more. */
public final class RevokeLink {

    private final StaffAppointments appointments;
    private final BusinessClock clock;

    public RevokeLink(StaffAppointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    public Mono<Appointment> revoke(AppointmentId id, Colleague colleague, @Nullable String reason) {
        return appointments.change(
                id,
                colleague,
                visit -> Optional.of(
                        visit.revokeLink(colleague.actor(), reason, clock.now().truncatedTo(ChronoUnit.MILLIS))));
    }
}
