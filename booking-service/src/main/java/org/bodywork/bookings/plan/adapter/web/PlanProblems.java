package org.bodywork.bookings.plan.adapter.web;

import org.bodywork.bookings.plan.domain.PlanRefusal;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the refusals of this feature look like over HTTP. */
@Component
final class PlanProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof PlanRefusal refusal ? problem(refusal) : null;
    }

    private static Problem problem(PlanRefusal refusal) {
        return switch (refusal) {
            case PlanRefusal.NoSuchPlan _ -> Problem.notFound("There is no such plan.");
            case PlanRefusal.NoSuchScore _ -> Problem.notFound("Nothing is asked here.");
            case PlanRefusal.HasOne _ ->
                Problem.conflict(
                        "plan-exists",
                        "The client has a plan with this therapist",
                        "Change the one there is, or end it first.");
            case PlanRefusal.NotOpen notOpen ->
                Problem.conflict(
                                "state-conflict",
                                "The plan's state does not allow this",
                                "See status for where the plan stands.")
                        .with("status", notOpen.status().name());
            case PlanRefusal.ChangedSince changed ->
                Problem.conflict(
                                "plan-changed",
                                "Somebody has decided meanwhile",
                                "Read the plan again; version says which it has now.")
                        .with("version", changed.version());
            case PlanRefusal.ScoreClosed _ ->
                Problem.of(410, "score-closed", "This is not asked any more", "It could be answered for 14 days.");
            case PlanRefusal.ScoreGiven _ ->
                Problem.conflict("score-given", "This has been answered", "Each question is answered once.");
        };
    }
}
