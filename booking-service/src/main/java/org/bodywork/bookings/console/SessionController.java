package org.bodywork.bookings.console;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.bodywork.platform.web.Body;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Turns an access token into the console's session. */
@RestController
@Tag(name = "Console")
class SessionController {

    private final ConsoleSession sessions;

    SessionController(ConsoleSession sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/console/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Begin a session of the console with an access token",
            description =
                    "The answer sets a cookie that no script reads and no other site sends. It opens the pages of "
                            + "the console and stands for the token at the API for staff, until the token's end.")
    @ApiResponse(responseCode = "401", description = "The token is not valid")
    @ApiResponse(responseCode = "403", description = "Its account neither treats clients nor leads a practice")
    Mono<Void> begin(@RequestBody Begin request, @Parameter(hidden = true) ServerWebExchange exchange) {
        if (!ConsoleSession.isFromHere(exchange.getRequest())) {
            return Mono.error(SessionController::forbidden);
        }
        return sessions.valid(request.accessToken())
                .switchIfEmpty(Mono.error(() -> new InvalidBearerTokenException("not valid")))
                .filter(Staff::isOne)
                .switchIfEmpty(Mono.error(SessionController::forbidden))
                .doOnNext(token -> sessions.begin(token, exchange))
                .then();
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    /** A token as therapist-service gave it. */
    @Body("begin-session")
    record Begin(String accessToken) {

        @Override
        public String toString() {
            return "a token";
        }
    }
}
