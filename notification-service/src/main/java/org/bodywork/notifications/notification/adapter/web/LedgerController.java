package org.bodywork.notifications.notification.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bodywork.notifications.notification.adapter.web.LedgerView.NotificationView;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.application.ResendMessage;
import org.bodywork.notifications.notification.application.ResendMessage.Asker;
import org.bodywork.notifications.notification.application.ResendMessage.Resent;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.security.Caller;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows staff what their clients were told, and why something was not told; and lets them tell it once more. */
@RestController
@RequestMapping("/api/notifications")
@Tag(name = "Ledger")
class LedgerController {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{16,128}");

    private final Ledger ledger;
    private final ResendMessage resendMessage;

    LedgerController(Ledger ledger, ResendMessage resendMessage) {
        this.ledger = ledger;
        this.resendMessage = resendMessage;
    }

    @GetMapping
    @Operation(
            summary = "Messages about one appointment, or letters to one colleague",
            description =
                    "By appointmentId: every planned message in the order in which they were due, then the agendas "
                            + "that told of its day; and how its client can be reached. By accountId: the newest hundred agendas "
                            + "and warnings of credentials to that account, the last first. Exactly one of the two. Addresses "
                            + "are masked.")
    @ApiResponse(responseCode = "200", description = "The whole list")
    @ApiResponse(responseCode = "404", description = "Not of the caller's practice", content = @Content)
    Mono<LedgerView> about(
            @RequestParam(required = false) @Nullable UUID appointmentId,
            @RequestParam(required = false) @Nullable UUID accountId,
            @Parameter(hidden = true) Caller caller) {
        if ((appointmentId == null) == (accountId == null)) {
            throw new InvalidRequest("/appointmentId", "Exactly one of appointmentId and accountId is required.");
        }
        return appointmentId != null
                ? ledger.of(new AppointmentId(appointmentId.toString()), practiceOf(caller))
                        .map(LedgerView::of)
                : ledger.lettersTo(String.valueOf(accountId), practiceOf(caller))
                        .map(LedgerView::ofLetters);
    }

    @PostMapping("/{id}/resend")
    @Operation(
            summary = "Send a message to the client once more",
            description = "Plans a row of its own for the same kind and channel, which says what is true now and goes "
                    + "out as any other: quiet hours, caps and opt-outs count. Where it is false or unwanted by now, "
                    + "has not ended yet, or was sent once more three times: 409 cannot-resend, with reason. The same "
                    + "Idempotency-Key again gives the same row, with Idempotent-Replayed: true.")
    @Parameter(
            name = KEY,
            in = ParameterIn.HEADER,
            required = true,
            description = "16 to 128 visible ASCII characters, new for each wish")
    @ApiResponse(responseCode = "202", description = "Its row; what becomes of it the ledger says")
    @ApiResponse(responseCode = "404", description = "Not of the caller's practice", content = @Content)
    @ApiResponse(responseCode = "409", description = "cannot-resend", content = @Content)
    Mono<ResponseEntity<NotificationView>> resend(
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(name = KEY, defaultValue = "") List<String> key,
            @Parameter(hidden = true) Caller caller) {
        Asker asker = new Asker(practiceOf(caller), caller.subject(), request(key));
        return resendMessage
                .resend(new NotificationId(id.toString()), asker)
                .flatMap(resent -> ledger.row(resent.message(), resent.visit()).map(row -> accepted(row, resent)));
    }

    private static ResponseEntity<NotificationView> accepted(Ledger.Row row, Resent resent) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.ACCEPTED);
        return (resent.replayed() ? answer.header(REPLAYED, "true") : answer).body(NotificationView.of(row));
    }

    /** A digest: the key itself is nobody's to read in the store. */
    private static String request(List<String> given) {
        if (given.size() != 1 || !VISIBLE.matcher(given.getFirst()).matches()) {
            throw new InvalidRequest("/" + KEY, "Must be there once, with 16 to 128 visible ASCII characters.");
        }
        return Digests.sha256Hex(given.getFirst());
    }

    /** Of whoever works for none, nothing is found. */
    private static PracticeId practiceOf(Caller caller) {
        return new PracticeId(caller.claim("practiceId").orElse(""));
    }
}
