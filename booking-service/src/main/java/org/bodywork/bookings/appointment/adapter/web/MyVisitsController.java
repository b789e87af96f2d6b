package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.proof.ProofSession;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.platform.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All visits of a client without an account, who proves who it is by a code that is emailed, or a link. */
@RestController
@Tag(name = "My visits")
class MyVisitsController {

    private static final String PATH = "/api/my-visits";

    private final MyVisits visits;
    private final ProofSession sessions;

    MyVisitsController(MyVisits visits, ProofSession sessions) {
        this.visits = visits;
        this.sessions = sessions;
    }

    @Body("request-code")
    record Wish(String email) {}

    @Body("confirm-code")
    record Shown(String requestId, String email, String code) {}

    record Requested(String requestId) {}

    record Proven(long expiresIn) {}

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have a code sent to the address of earlier visits",
            description = "Answers the same whether or not there are any. The code is good for ten minutes, five tries "
                    + "and one use, in the browser that asked.")
    @ApiResponse(responseCode = "429", description = "Too many codes were asked for")
    Mono<Requested> request(@RequestBody Wish wish, @Parameter(hidden = true) ServerWebExchange exchange) {
        return visits.request(address(wish.email()), exchange).map(id -> new Requested(id.toString()));
    }

    @PostMapping(PATH + "/confirm")
    @Operation(summary = "Show the code; a cookie then opens the list for half an hour")
    @ApiResponse(responseCode = "401", description = "code-refused, whatever the reason")
    Mono<Proven> confirm(@RequestBody Shown shown, @Parameter(hidden = true) ServerWebExchange exchange) {
        UUID request = UUID.fromString(shown.requestId());
        return visits.confirm(request, address(shown.email()), new OneTimeCode(shown.code()), exchange)
                .thenReturn(new Proven(sessions.life().toSeconds()));
    }

    @PostMapping("/api/manage/{secret}/my-visits")
    @Operation(
            summary = "Show the secret link of a visit in place of a code",
            description =
                    "A cookie then opens the list for half an hour, as after a code. GET does nothing of the kind.")
    @ApiResponse(responseCode = "404", description = "The link opens nothing")
    Mono<Proven> confirmByLink(@PathVariable String secret, @Parameter(hidden = true) ServerWebExchange exchange) {
        return visits.confirmByLink(secret, exchange)
                .thenReturn(new Proven(sessions.life().toSeconds()));
    }

    @GetMapping(PATH)
    @Operation(summary = "All visits of the contact, newest first, each with the link to manage it")
    @Parameter(name = "after", description = "The `next` of the part before")
    @ApiResponse(responseCode = "401", description = "code-needed")
    Mono<ResponseEntity<MyVisitsView>> list(
            @RequestParam(required = false) @Nullable String after,
            @Parameter(description = "Only `size` counts here") Paging paging,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return visits.list(exchange, position(after), paging.size())
                .map(list ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list));
    }

    private static EmailAddress address(String email) {
        return EmailAddress.parse(email).orElseThrow(() -> new InvalidRequest("/email", "Must be an email address."));
    }

    private static @Nullable Position position(@Nullable String after) {
        try {
            return after == null ? null : StaffListRequest.position(after);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidRequest("/after", "Must be the next of an earlier answer.");
        }
    }
}
