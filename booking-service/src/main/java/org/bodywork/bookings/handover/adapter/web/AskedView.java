package org.bodywork.bookings.handover.adapter.web;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.handover.application.AnswerHandover.Asked;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.opening.domain.Money;

/**
 * What is held for a client, over HTTP.
 *
 * @param status of the visit
 * @param open whether the client can still decide
 * @param until when silence ends it
 */
record AskedView(
        String start,
        String zone,
        Status status,
        Stage stage,
        boolean open,
        Instant until,
        List<AlternativeView> alternatives) {

    static AskedView of(Asked asked) {
        Visit visit = asked.visit().state().visit();
        return new AskedView(
                OffsetTimes.text(visit.zonedStart()),
                visit.zone().getId(),
                asked.visit().status(),
                asked.one().decided(),
                asked.open(),
                asked.one().until(),
                asked.open() ? asked.held().stream().map(AlternativeView::of).toList() : List.of());
    }

    /**
     * One of them.
     *
     * @param choice what is sent to take it
     */
    record AlternativeView(
            String choice, String therapistId, String therapist, String treatmentId, String start, Money price) {

        static AlternativeView of(Hold held) {
            Part part = held.visit().part();
            return new AlternativeView(
                    held.id().toString(),
                    part.therapist().toString(),
                    part.therapistName(),
                    part.treatment().id().toString(),
                    OffsetTimes.text(held.visit().zonedStart()),
                    part.treatment().price());
        }
    }
}
