package org.bodywork.bookings.handover.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.handover.domain.Case;
import org.bodywork.bookings.handover.domain.Case.Stage;
import org.bodywork.bookings.handover.domain.Choice;
import org.bodywork.bookings.handover.domain.Handover;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A report as it is stored. It names clients only by the ids of their visits, so there is nothing of theirs to forget.
 *
 * @param due when due work looks at it next; absent once all is done
 */
record HandoverDocument(
        @Id String id,
        long version,
        String therapistId,
        String name,
        String practiceId,
        String zone,
        String from,
        String to,
        @Nullable String reason,
        String by,
        Instant reportedAt,
        boolean timeOff,
        List<CaseDocument> cases,
        @Nullable Instant due) {

    static final String COLLECTION = "handovers";

    static HandoverDocument of(Handover report, UnaryOperator<String> hashes, Instant now) {
        return new HandoverDocument(
                report.id(),
                report.version(),
                report.therapist().toString(),
                report.name(),
                report.practice().toString(),
                report.zone().getId(),
                report.from().toString(),
                report.to().toString(),
                report.reason(),
                report.by(),
                report.reportedAt(),
                report.timeOff(),
                cases(report, hashes),
                report.due(now).orElse(null));
    }

    static List<CaseDocument> cases(Handover report, UnaryOperator<String> hashes) {
        return report.cases().stream()
                .map(one -> CaseDocument.of(one, hashes.apply(one.id())))
                .toList();
    }

    Handover handover() {
        return new Handover(
                id,
                version,
                TherapistId.of(therapistId),
                name,
                PracticeId.of(practiceId),
                ZoneId.of(zone),
                LocalDate.parse(from),
                LocalDate.parse(to),
                reason,
                by,
                reportedAt,
                timeOff,
                cases.stream().map(CaseDocument::one).toList());
    }

    /**
     * One visit.
     *
     * @param hash the SHA-256 of the secret that opens it
     */
    record CaseDocument(
            String id,
            String hash,
            String visit,
            String stage,
            @Nullable String goal,
            Instant until,
            @Nullable ChosenDocument chosen,
            boolean planShared) {

        static CaseDocument of(Case one, String hash) {
            Stage goal = one.goal();
            return new CaseDocument(
                    one.id(),
                    hash,
                    one.visit().toString(),
                    one.stage().name(),
                    goal == null ? null : goal.name(),
                    one.until(),
                    ChosenDocument.of(one.chosen()),
                    one.planShared());
        }

        Case one() {
            return new Case(
                    id,
                    AppointmentId.of(visit),
                    Stage.valueOf(stage),
                    goal == null ? null : Stage.valueOf(goal),
                    until,
                    chosen == null ? null : chosen.choice(),
                    planShared);
        }
    }

    record ChosenDocument(String hold, String therapistId, String treatmentId, Instant start) {

        static @Nullable ChosenDocument of(@Nullable Choice chosen) {
            return chosen == null
                    ? null
                    : new ChosenDocument(
                            chosen.hold().toString(),
                            chosen.therapist().toString(),
                            chosen.treatment().toString(),
                            chosen.start());
        }

        Choice choice() {
            return new Choice(AppointmentId.of(hold), TherapistId.of(therapistId), TreatmentId.of(treatmentId), start);
        }
    }
}
