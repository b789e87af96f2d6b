package org.bodywork.bookings.editing;

import java.time.Duration;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** While therapist-service is away no listing can be shown for editing. */
@Component
final class EditingProblems implements ProblemSource {

    private static final Duration WAIT = Duration.ofSeconds(10);

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof TherapistsAway
                ? Problem.unavailable("Listings cannot be read just now. Please try again.", WAIT)
                : null;
    }
}
