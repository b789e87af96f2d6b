package org.bodywork.bookings.plan.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.plan.application.ReadPlan.Known;
import org.bodywork.bookings.plan.domain.Care;
import org.bodywork.bookings.plan.domain.Decision;
import org.bodywork.bookings.plan.domain.Measurement;
import org.bodywork.bookings.plan.domain.Proposal;
import org.bodywork.bookings.plan.domain.RedFlag;
import org.bodywork.bookings.plan.domain.Score;
import org.bodywork.bookings.plan.domain.ScoredVisit;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.jspecify.annotations.Nullable;

/**
 * A plan, how its course went, and, for the therapist, what the policy would do next.
 *
 * @param every such as P1W
 * @param nextDue the day at the place on which the next visit is due
 * @param version of which a decision or a change has to know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
        String id,
        String status,
        String condition,
        String goal,
        int visits,
        String every,
        List<String> techniques,
        String weekday,
        String time,
        @Nullable LocalDate nextDue,
        List<VisitView> course,
        @Nullable Proposal proposal,
        @Nullable List<Decision> decisions,
        @Nullable Long version) {

    static PlanView forTherapist(Known known) {
        return of(
                known, known.proposal(), known.care().decisions(), known.plan().version());
    }

    /** Without what is between therapists and the policy. */
    static PlanView forClient(Known known) {
        return of(known, null, null, null);
    }

    private static PlanView of(
            Known known, @Nullable Proposal proposal, @Nullable List<Decision> decisions, @Nullable Long version) {
        TreatmentPlan plan = known.plan();
        Care care = known.care();
        return new PlanView(
                plan.id().toString(),
                plan.status().name(),
                care.condition(),
                care.goal(),
                plan.terms().visits(),
                plan.terms().every().text(),
                care.techniques(),
                plan.terms().usual().weekday().name(),
                plan.terms().usual().time().toString(),
                plan.nextDay(),
                known.visits().stream().map(VisitView::of).toList(),
                proposal,
                decisions,
                version);
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a plan";
    }

    /** How the client was around one visit, as far as that is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            LocalDate on,
            @Nullable Measurement before,
            @Nullable Measurement after,
            @Nullable ScoreView day1,
            @Nullable ScoreView day3) {

        static VisitView of(ScoredVisit visit) {
            return new VisitView(
                    visit.on(), visit.before(), visit.after(), ScoreView.of(visit.day1()), ScoreView.of(visit.day3()));
        }

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "a visit";
        }
    }

    /** What a client answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScoreView(int pain, @Nullable Integer function, Set<RedFlag> flags) {

        static @Nullable ScoreView of(@Nullable Score score) {
            return score == null ? null : new ScoreView(score.pain(), score.function(), score.flags());
        }

        /** Shows nothing of anybody's health. */
        @Override
        public String toString() {
            return "a score";
        }
    }
}
