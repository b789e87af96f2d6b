package org.bodywork.bookings.handover.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.HandingOver;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.handover.application.ReportSick.Concerned;
import org.bodywork.bookings.handover.application.ReportSick.Sickness;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Handover;
import org.jspecify.annotations.Nullable;

/**
 * A report over HTTP.
 *
 * @param id absent while nothing is reported
 * @param timeOff whether it has been entered as time off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HandoverView(
        @Nullable String id,
        String therapistId,
        String from,
        String to,
        @Nullable String reason,
        @Nullable Boolean timeOff,
        List<VisitView> visits) {

    static HandoverView of(Sickness sickness, Concerned concerned, Instant now) {
        return new HandoverView(
                null,
                sickness.therapist().toString(),
                sickness.from().toString(),
                sickness.to().toString(),
                sickness.reason(),
                null,
                concerned.visits().stream()
                        .map(visit -> VisitView.concerned(visit, now))
                        .toList());
    }

    static HandoverView of(Handover report) {
        return new HandoverView(
                report.id(),
                report.therapist().toString(),
                report.from().toString(),
                report.to().toString(),
                report.reason(),
                report.timeOff(),
                report.cases().stream().map(VisitView::of).toList());
    }

    /**
     * One visit.
     *
     * @param stage how far it has come, or what it would begin as
     * @param until when silence ends it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            String appointmentId,
            @Nullable String start,
            @Nullable Status status,
            Stage stage,
            boolean needsStaff,
            @Nullable Instant until) {

        static VisitView concerned(Appointment visit, Instant now) {
            Stage stage = new HandingOver(visit).isPossible(now) ? Stage.WAITING : Stage.FOR_STAFF;
            return new VisitView(
                    visit.id().toString(),
                    OffsetTimes.text(visit.state().visit().zonedStart()),
                    visit.status(),
                    stage,
                    stage.needsStaff(),
                    null);
        }

        static VisitView of(Case one) {
            return new VisitView(
                    one.visit().toString(), null, null, one.stage(), one.stage().needsStaff(), one.until());
        }
    }
}
