package org.bodywork.bookings.appointment.adapter.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.opening.domain.Cells;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** Time to keep free; the reason is for staff only. */
@Body("block-time")
record BlockRequest(
        String therapistId,
        String start,
        String end,
        @Nullable String reason) {

    TherapistId therapist() {
        return TherapistId.of(therapistId);
    }

    /**
     * The time meant.
     *
     * @throws InvalidRequest with every fault found
     */
    TimeSpan span(Instant now) {
        List<FieldFault> faults = new ArrayList<>();
        Instant from = moment(start, "/start", faults);
        Instant until = moment(end, "/end", faults);
        if (faults.isEmpty()) {
            if (!until.isAfter(from)) {
                faults.add(new FieldFault("/end", "Must be after start."));
            } else if (!until.isAfter(now)) {
                faults.add(new FieldFault("/end", "Must be in the future."));
            } else if (until.isAfter(from.plus(Block.LONGEST))) {
                faults.add(new FieldFault("/end", "Must be at most 24 hours after start; what is longer is time off."));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new TimeSpan(from, until);
    }

    private static Instant moment(String text, String pointer, List<FieldFault> faults) {
        Instant moment = OffsetTimes.read(text).orElse(null);
        if (moment == null) {
            faults.add(new FieldFault(pointer, BookingForm.NO_SUCH_TIME));
            return Instant.EPOCH;
        }
        if (!Cells.isBoundary(moment)) {
            faults.add(new FieldFault(pointer, "Must be a multiple of five minutes."));
        }
        return moment;
    }
}
