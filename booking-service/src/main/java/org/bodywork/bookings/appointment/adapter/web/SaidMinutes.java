package org.bodywork.bookings.appointment.adapter.web;

import java.time.Duration;

/** How long a treatment takes, for a page to say beside its name. */
final class SaidMinutes {

    private SaidMinutes() {}

    /** 0 where the name says it already, as most names do. */
    static long of(String name, Duration length) {
        long minutes = length.toMinutes();
        return name.contains(Long.toString(minutes)) ? 0 : minutes;
    }
}
