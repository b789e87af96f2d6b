package org.bodywork.notifications.delivery.adapter.feedback;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.application.DeliveryReports;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.DeliveryReport;
import org.bodywork.notifications.delivery.domain.DeliveryReport.What;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.remote.WebhookSignature;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes reports about emails: what comes back for good or is unwanted ends the mail to that address, and the ledger says
 * so. Told again, late or in another order, a report changes nothing.
 */
@RestController
@Tag(name = "Webhooks")
final class FeedbackController {

    static final String PATH = "/webhooks/mail";

    /** As Standard Webhooks advises; an older report may be a recording. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final int MOST_REPORTS = 200;

    private static final int MOST_BYTES = 64 * 1024;

    private final Optional<WebhookSignature> signature;
    private final DeliveryReports reports;
    private final Suppressions suppressions;
    private final JsonMapper json;
    private final Clock steady;

    FeedbackController(
            FeedbackSettings settings,
            DeliveryReports reports,
            Suppressions suppressions,
            JsonMapper json,
            Clock steady) {
        this.signature = settings.signature();
        this.reports = reports;
        this.suppressions = suppressions;
        this.json = json;
        this.steady = steady;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Tell what became of emails",
            description = "Signed as Standard Webhooks 1.0.0 says, with webhook-id, webhook-timestamp and "
                    + "webhook-signature, at most five minutes ago.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Feedback.class)))
    Mono<Void> take(@Parameter(hidden = true) ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return DataBufferUtils.join(exchange.getRequest().getBody(), MOST_BYTES)
                .map(FeedbackController::bytes)
                .defaultIfEmpty(new byte[0])
                .filter(body -> isGenuine(body, headers))
                .switchIfEmpty(Mono.error(ForgedFeedback::new))
                .flatMapIterable(this::read)
                .concatMap(this::take)
                .then();
    }

    /** The very bytes that were signed. */
    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private boolean isGenuine(byte[] body, HttpHeaders headers) {
        String id = header(headers, WebhookSignature.ID);
        String seconds = header(headers, WebhookSignature.TIMESTAMP);
        return !id.isEmpty()
                && seconds.matches("\\d{1,12}")
                && isRecent(Long.parseLong(seconds))
                && signature
                        .filter(known -> known.isGenuine(
                                id, Long.parseLong(seconds), body, header(headers, WebhookSignature.SIGNATURE)))
                        .isPresent();
    }

    private boolean isRecent(long seconds) {
        return Math.abs(steady.instant().getEpochSecond() - seconds) <= APART.toSeconds();
    }

    private List<Feedback.Report> read(byte[] body) {
        try {
            @Nullable List<Feedback.Report> events = json.readValue(body, Feedback.class).events();
            if (events == null || events.size() > MOST_REPORTS) {
                throw new InvalidRequest("/events", "Must be a list of at most " + MOST_REPORTS + ".");
            }
            return events;
        } catch (JacksonException e) {
            throw new InvalidRequest("", "Must be JSON such as {\"events\": [{\"type\": \"bounce\", …}]}.");
        }
    }

    private Mono<Void> take(Feedback.Report report) {
        return switch (String.valueOf(report.type())) {
            case "delivered" -> tell(report, What.DELIVERED);
            case "bounce" ->
                (report.permanent() ? stop(report, OptOutWay.BOUNCE) : Mono.<Void>empty())
                        .then(tell(report, What.UNDELIVERED));
            case "complaint" -> stop(report, OptOutWay.COMPLAINT);
            default -> Mono.empty();
        };
    }

    private Mono<Void> stop(Feedback.Report report, OptOutWay way) {
        @Nullable String recipient = report.recipient();
        return recipient == null || recipient.isBlank()
                ? Mono.empty()
                : suppressions.stop(Channel.EMAIL, recipient, way).then();
    }

    /** Its Message-ID begins with the notification's id. */
    private Mono<Void> tell(Feedback.Report report, What what) {
        @Nullable String id = report.messageId();
        if (id == null) {
            return Mono.empty();
        }
        String message = id.replaceAll("^<|@.*$", "");
        return reports.take(new DeliveryReport(message, message, what));
    }

    private static String header(HttpHeaders headers, String name) {
        @Nullable String value = headers.getFirst(name);
        return value == null ? "" : value;
    }
}
