package org.bodywork.therapists.account.adapter.web;

import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.account.application.SignInRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What signing in refuses, over HTTP. */
@Component
final class AccountProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return error instanceof SignInRejection rejection ? problemOf(rejection) : null;
    }

    private static Problem problemOf(SignInRejection rejection) {
        return switch (rejection) {
            case SignInRejection.CodeRefused refused ->
                Problem.of(
                        401,
                        "code-refused",
                        "This code does not sign you in",
                        "It may be mistyped, used or too old. Ask for a new one.");
            case SignInRejection.TooManySignIns many ->
                Problem.tooManyRequests("Too many codes were asked for. Try again later.", many.retryAfter());
        };
    }
}
