package org.bodywork.bookings.opening.adapter.web;

import java.util.List;
import java.util.Map;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What it looks like over HTTP when something is not in the directory. */
@Component
final class OpeningProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof NotOffered notOffered
                ? switch (notOffered) {
                    case NotOffered.NoSuchTherapist _ -> unknown("/therapistId", "There is no such therapist.");
                    case NotOffered.NotTogether _ ->
                        Problem.conflict(
                                "not-together",
                                "These two cannot be booked together",
                                "The therapists never work at one place; choose two who do.");
                    case NotOffered.NoSuchTreatment _ ->
                        unknown("/treatmentId", "The therapist does not offer this treatment.");
                }
                : null;
    }

    private static Problem unknown(String pointer, String detail) {
        return new Problem("not-found", 404, "Not found", detail, List.of(new FieldFault(pointer, detail)), Map.of());
    }
}
