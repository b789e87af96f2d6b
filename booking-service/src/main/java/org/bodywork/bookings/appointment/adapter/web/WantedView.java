package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.jspecify.annotations.Nullable;

/** Another time that a confirmed visit is asked to move to. */
record WantedView(String start, Actor.Kind by, String expiresAt) {

    static @Nullable WantedView of(@Nullable Wanted wanted) {
        return wanted == null
                ? null
                : new WantedView(
                        OffsetTimes.text(wanted.visit().zonedStart()),
                        wanted.by(),
                        OffsetTimes.text(
                                wanted.expiresAt().atZone(wanted.visit().zone())));
    }
}
