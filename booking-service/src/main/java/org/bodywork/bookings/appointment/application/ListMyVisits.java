package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** All visits of a client who has proven to read the mail of their address, whoever of the household is treated. */
public final class ListMyVisits {

    private final Appointments appointments;

    public ListMyVisits(Appointments appointments) {
        this.appointments = appointments;
    }

    /**
     * Newest first; one more than asked for tells that the list goes on.
     *
     * @param client the keyed hash of the email address
     * @param after the last visit of the part before
     */
    public Flux<Appointment> of(String client, StaffQuery.@Nullable Position after, int size) {
        return appointments.ofClient(client, after, size + 1);
    }
}
