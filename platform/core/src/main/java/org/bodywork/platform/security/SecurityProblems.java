package org.bodywork.platform.security;

import java.time.Duration;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;

/** What refused tokens and callers are answered with. */
final class SecurityProblems implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable error) {
        return switch (error) {
            // Spring Security's word for a token that could not be checked, as opposed to a bad one.
            case KeysUnavailable _, AuthenticationServiceException _ ->
                Problem.unavailable("Tokens cannot be checked at the moment. Please try again.", Duration.ofSeconds(5));
            case OAuth2AuthenticationException _ ->
                unauthenticated("The token is not valid or has expired.", "Bearer error=\"invalid_token\"");
            case AuthenticationException _ -> unauthenticated("This needs a bearer token.", "Bearer");
            case AccessDeniedException _ -> Problem.of(403, "forbidden", "Forbidden", "Your account may not do this.");
            case ServerExchangeRejectedException _ ->
                Problem.of(400, "invalid-request", "The request is not valid", "This URL is not acceptable.");
            default -> null;
        };
    }

    private static Problem unauthenticated(String detail, String challenge) {
        return Problem.of(401, "unauthenticated", "Not signed in", detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
