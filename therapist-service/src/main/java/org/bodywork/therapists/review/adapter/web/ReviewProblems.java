package org.bodywork.therapists.review.adapter.web;

import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.review.application.ReviewRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is refused about reviews, over HTTP. */
@Component
final class ReviewProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof ReviewRejection rejection ? problemOf(rejection) : null;
    }

    private static Problem problemOf(ReviewRejection rejection) {
        return switch (rejection) {
            case ReviewRejection.UnknownToken _ -> Problem.notFound("No visit that took place has this token.");
            case ReviewRejection.UnknownReview _ -> Problem.notFound("There is no such review.");
            case ReviewRejection.NotADemo _ ->
                Problem.conflict("not-a-demo", "This is no demo", "Only invented therapists have invented reviews.");
            case ReviewRejection.TokenUsed _ ->
                Problem.conflict("review-token-used", "This visit has its review", "A visit is reviewed once.");
            case ReviewRejection.TokenTooOld _ ->
                Problem.of(
                        410,
                        "review-token-expired",
                        "This visit can no longer be reviewed",
                        "A visit can be reviewed for ninety days.");
            case ReviewRejection.AnsweredBefore _ ->
                Problem.conflict(
                        "already-answered", "This review has its answer", "Replace the answer with a PUT instead.");
            case ReviewRejection.DecidedBefore before ->
                before.isHidden()
                        ? Problem.conflict("already-hidden", "This review is hidden", "Another operator has hidden it.")
                        : Problem.conflict(
                                "not-hidden", "This review is shown", "Only a hidden review is shown again.");
            case ReviewRejection.Outdated _ -> Problem.outdated();
            case ReviewRejection.TooManyReports many ->
                Problem.tooManyRequests("Enough was reported from here today.", many.retryAfter());
        };
    }
}
