package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All time that staff keep free. */
public interface Blocks {

    /** Fails with {@link TimeTaken} when any of its time is taken. */
    Mono<Block> add(Block block);

    /** Stores that it is lifted; nothing changes when it was. */
    Mono<Void> lift(Block lifted);

    Mono<Block> byId(AppointmentId id);

    /** Those that stand, in order of start; at most one more than asked for tells that the list goes on. */
    Flux<Block> list(StaffQuery query);

    /** Drops one whose time is over, or that was lifted, once that has been told. */
    Mono<Void> drop(AppointmentId id);
}
