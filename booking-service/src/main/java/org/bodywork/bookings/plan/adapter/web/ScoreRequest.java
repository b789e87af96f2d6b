package org.bodywork.bookings.plan.adapter.web;

import java.util.List;
import java.util.Set;
import org.bodywork.bookings.plan.application.AnswerScore.Answer;
import org.bodywork.bookings.plan.domain.RedFlag;
import org.bodywork.platform.web.Body;
import org.jspecify.annotations.Nullable;

/** What a client answers after a visit. */
@Body("answer-score")
record ScoreRequest(
        int pain, @Nullable Integer function, @Nullable List<RedFlag> flags) {

    Answer answer() {
        return new Answer(pain, function, flags == null ? Set.of() : Set.copyOf(flags));
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "a score";
    }
}
