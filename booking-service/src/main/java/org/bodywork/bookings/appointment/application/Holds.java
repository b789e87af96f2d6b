package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All time that is kept for somebody who has not booked yet. What has been booked is found here no more. */
public interface Holds {

    /** Fails with {@link TimeTaken} when any of its time, or a number of a limit, is there already. */
    Mono<Hold> add(Hold hold);

    /** Fails with {@link ChangedMeanwhile} when it is no longer what the change was decided on. */
    Mono<Hold> apply(Hold.Change change);

    Mono<Hold> byId(AppointmentId id);

    /** Those that still take time for this purpose, in no particular order. */
    Flux<Hold> keptFor(HeldFor purpose);

    /** Drops an ended hold once its end has been told. */
    Mono<Void> drop(AppointmentId id);
}
