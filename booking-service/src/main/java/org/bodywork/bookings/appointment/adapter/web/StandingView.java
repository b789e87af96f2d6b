package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a time that staff want to keep free.
 *
 * @param id absent for a hold, whose id is a visitor's right to book it
 * @param status of the visit; {@code HELD} while somebody is about to book it, {@code BLOCKED} for another block
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StandingView(@Nullable String id, String status, String start, String end) {

    static List<StandingView> of(Refusal.VisitsStand stand) {
        return stand.holders().stream().map(holder -> of(holder, stand.zone())).toList();
    }

    private static StandingView of(Holder holder, ZoneId zone) {
        return switch (holder) {
            case Appointment visit -> of(visit.id().toString(), visit.status().name(), visit, zone);
            case Hold hold -> of(null, "HELD", hold, zone);
            case Block block -> of(block.id().toString(), "BLOCKED", block, zone);
        };
    }

    private static StandingView of(@Nullable String id, String status, Holder holder, ZoneId zone) {
        return new StandingView(
                id,
                status,
                OffsetTimes.text(holder.span().from().atZone(zone)),
                OffsetTimes.text(holder.span().until().atZone(zone)));
    }
}
