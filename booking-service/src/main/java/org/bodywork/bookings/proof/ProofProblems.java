package org.bodywork.bookings.proof;

import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What proving who one is refuses, over HTTP. */
@Component
final class ProofProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof ProofRefused refused ? problem(refused) : null;
    }

    private static Problem problem(ProofRefused refused) {
        return switch (refused) {
            case ProofRefused.WrongCode _ ->
                Problem.of(
                        401,
                        "code-refused",
                        "This code opens nothing",
                        "It may be mistyped, used or too old. Ask for a new one.");
            case ProofRefused.NoSession _ ->
                Problem.of(401, "code-needed", "A code is needed", "Ask for a code at /api/my-visits and confirm it.");
            case ProofRefused.TooManyCodes many ->
                Problem.tooManyRequests("Too many codes were asked for. Try again later.", many.lasting());
        };
    }
}
