package org.bodywork.bookings.opening.adapter.kafka;

import java.time.Instant;
import org.bodywork.bookings.opening.OccupancyChanged;
import org.bodywork.platform.events.Event;

/** A sign of life that an instance sends to itself; {@code at} is by the unmoved clock. */
record OccupancyBeat(String instance, Instant at) {

    static final String TYPE = "org.bodywork.occupancy.beat.v1";

    Event event() {
        return Event.of(OccupancyChanged.TOPIC, instance, TYPE, instance, 0, at, this);
    }
}
