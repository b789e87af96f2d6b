package org.bodywork.therapists.account.adapter.web;

import java.util.List;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.account.application.EmailTaken;
import org.bodywork.therapists.account.application.SignInRejection;
import org.bodywork.therapists.account.application.StaffRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What signing in and keeping accounts refuse, over HTTP. */
@Component
final class AccountProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return switch (error) {
            case SignInRejection rejection -> problemOf(rejection);
            case StaffRejection rejection -> problemOf(rejection);
            case EmailTaken _ ->
                Problem.conflict("email-taken", "The address is taken", "It belongs to another account.");
            default -> null;
        };
    }

    private static Problem problemOf(StaffRejection rejection) {
        return switch (rejection) {
            case StaffRejection.NotAllowed _ ->
                Problem.of(403, "forbidden", "Forbidden", "Your account may not do this.");
            case StaffRejection.NoSuchAccount _ -> Problem.notFound("There is no such account.");
            case StaffRejection.OwnAccount _ ->
                Problem.conflict(
                        "own-account", "This is your own account", "Somebody else has to end it or change its roles.");
            case StaffRejection.NoSuchTherapist _ ->
                Problem.invalid(List.of(new FieldFault("/therapistId", "Must be a therapist of this practice.")));
        };
    }

    private static Problem problemOf(SignInRejection rejection) {
        return switch (rejection) {
            case SignInRejection.CodeRefused refused ->
                Problem.of(
                        401,
                        "code-refused",
                        "This code does not sign you in",
                        "It may be mistyped, used or too old. Ask for a new one.");
            case SignInRejection.IdentityRefused _ ->
                Problem.of(
                        401,
                        "identity-refused",
                        "This does not sign you in",
                        "The token does not hold, or its address is nobody's here.");
            case SignInRejection.TooManySignIns many ->
                Problem.tooManyRequests("Too many codes were asked for. Try again later.", many.retryAfter());
        };
    }
}
