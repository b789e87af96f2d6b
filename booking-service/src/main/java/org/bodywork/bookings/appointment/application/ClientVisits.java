package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All visits that one client ever booked, to be forgotten. */
public interface ClientVisits {

    /** Those that the client booked or came along to, at hand and those of long ago; one that is just being archived may come twice. */
    Flux<Appointment> of(String clientRef);

    /** Whether something about them is yet to be published. */
    Mono<Boolean> isToBeTold(String clientRef);

    /**
     * Keeps when, where and how it ended, and nothing of whose it was. Doing it again changes nothing. Fails while
     * somebody else changes it, or while something about it is yet to be published.
     */
    Mono<Void> forgetClientOf(AppointmentId id, String clientRef);
}
