package org.bodywork.bookings.series.adapter.web;

import java.util.List;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the refusals of this feature look like over HTTP. */
@Component
final class SeriesProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof SeriesRefusal refusal ? problem(refusal) : null;
    }

    private static Problem problem(SeriesRefusal refusal) {
        return switch (refusal) {
            case SeriesRefusal.NoSuchSeries _ -> Problem.notFound("There is no such series.");
            case SeriesRefusal.FirstHasPassed _ ->
                Problem.invalid(List.of(new FieldFault("/first", "Must not have passed.")));
            case SeriesRefusal.StepForbids forbids ->
                Problem.conflict(
                                "state-conflict",
                                "The series does not allow this where it stands",
                                "See status. What is not held any more can be looked for again.")
                        .with("status", forbids.step().name());
            case SeriesRefusal.NotOnOffer _ ->
                Problem.conflict(
                        "nothing-to-book",
                        "There is nothing to book",
                        "Name dates with a time held, or alternatives, one for a date at most.");
            case SeriesRefusal.NoSuchVisit _ ->
                Problem.conflict(
                        "no-such-visit",
                        "No visit of the series is to come then",
                        "Name the date of a visit that is still to come.");
        };
    }
}
