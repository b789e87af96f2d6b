package org.bodywork.bookings.appointment.adapter.web;

import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.opening.domain.Opening;

/** What could be booked instead. */
record AlternativeView(String therapistId, String treatmentId, String start) {

    static List<AlternativeView> of(List<Opening> openings) {
        return openings.stream()
                .map(opening -> new AlternativeView(
                        opening.therapist().toString(),
                        opening.treatment().toString(),
                        OffsetTimes.text(opening.start())))
                .toList();
    }
}
