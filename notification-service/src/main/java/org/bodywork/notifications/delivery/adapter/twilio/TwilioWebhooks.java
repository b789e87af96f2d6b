package org.bodywork.notifications.delivery.adapter.twilio;

import java.util.Optional;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.application.DeliveryReports;
import org.bodywork.notifications.delivery.application.IncomingTexts;
import org.bodywork.notifications.delivery.application.IncomingTexts.IncomingText;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.DeliveryReport;
import org.bodywork.notifications.delivery.domain.DeliveryReport.What;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** What Twilio tells us: how far a message came, and what its recipient answered. */
@RestController
final class TwilioWebhooks {

    static final String STATUS = "/webhooks/twilio/status";
    static final String INBOUND = "/webhooks/twilio/inbound";

    /** An answer in TwiML that makes Twilio say nothing. */
    private static final String NO_REPLY = "<Response/>";

    private final SignedForms forms;
    private final DeliveryReports reports;
    private final IncomingTexts texts;
    private final Suppressions suppressions;

    TwilioWebhooks(
            TwilioSettings settings,
            PublicAddress here,
            DeliveryReports reports,
            IncomingTexts texts,
            Suppressions suppressions) {
        this.forms = new SignedForms(new TwilioSignature(settings.authToken()), here);
        this.reports = reports;
        this.texts = texts;
        this.suppressions = suppressions;
    }

    @PostMapping(path = STATUS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> status(@RequestParam(defaultValue = "") String notification, ServerWebExchange exchange) {
        return forms.read(exchange).flatMap(form -> suppressIfOptedOut(form).then(report(notification, form)));
    }

    @PostMapping(path = INBOUND, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE, produces = "text/xml")
    Mono<String> inbound(ServerWebExchange exchange) {
        return forms.read(exchange)
                .flatMap(form -> texts.take(
                        new IncomingText(field(form, "MessageSid"), field(form, "From"), field(form, "Body"))))
                .map(TwilioWebhooks::reply)
                .defaultIfEmpty(NO_REPLY);
    }

    /** One text back, in TwiML. */
    private static String reply(String text) {
        return "<Response><Message>" + HtmlUtils.htmlEscapeDecimal(text, "UTF-8") + "</Message></Response>";
    }

    private Mono<Void> suppressIfOptedOut(MultiValueMap<String, String> form) {
        boolean optedOut = field(form, "ErrorCode").equals(Integer.toString(TwilioFailures.OPTED_OUT));
        return optedOut ? suppressions.add(field(form, "To")) : Mono.empty();
    }

    private Mono<Void> report(String notification, MultiValueMap<String, String> form) {
        return what(field(form, "MessageStatus"))
                .map(what -> new DeliveryReport(notification, field(form, "MessageSid"), what))
                .map(reports::take)
                .orElseGet(Mono::empty);
    }

    /** Statuses unknown today tell nothing. */
    private static Optional<What> what(String status) {
        return switch (status) {
            case "queued", "accepted", "sending", "sent" -> Optional.of(What.TAKEN);
            case "delivered", "read" -> Optional.of(What.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(What.UNDELIVERED);
            default -> Optional.empty();
        };
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
