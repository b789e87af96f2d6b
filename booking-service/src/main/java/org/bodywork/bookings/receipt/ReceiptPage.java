package org.bodywork.bookings.receipt;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The receipt behind a client's secret link. */
@RestController
@Hidden
@RequestMapping("/manage/{secret}")
class ReceiptPage {

    private final ReadReceipt receipts;
    private final ReceiptAnswers answers;
    private final Pages pages;

    ReceiptPage(ReadReceipt receipts, ReceiptAnswers answers, Pages pages) {
        this.receipts = receipts;
        this.answers = answers;
        this.pages = pages;
    }

    @GetMapping("/receipt")
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return receipts.byLink(secret)
                .flatMap(read -> {
                    SiteLanguage language = languageOf(read.visit(), exchange);
                    Map<String, Object> values = values(secret);
                    values.put("sheet", ReceiptSheet.of(read.receipt(), language));
                    return pages.page(exchange, HttpStatus.OK, "receipt", language, values);
                })
                .onErrorResume(
                        Refusal.StateForbids.class,
                        _ -> pages.page(
                                exchange,
                                HttpStatus.NOT_FOUND,
                                "receipt",
                                SiteLanguage.of(exchange, null),
                                values(secret)))
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    /** Where there is none, the page says why. */
    @GetMapping("/receipt.pdf")
    Mono<ResponseEntity<byte[]>> paper(@PathVariable String secret, ServerWebExchange exchange) {
        return receipts.byLink(secret)
                .flatMap(read -> answers.paper(read.receipt(), languageOf(read.visit(), exchange)))
                .onErrorResume(
                        Refusal.NoSuchAppointment.class,
                        _ -> pages.noVisit(exchange)
                                .map(page -> ResponseEntity.status(page.getStatusCode())
                                        .headers(page.getHeaders())
                                        .body(Objects.requireNonNull(page.getBody())
                                                .getBytes(StandardCharsets.UTF_8))))
                .onErrorResume(
                        Refusal.StateForbids.class,
                        _ -> Mono.just(ResponseEntity.status(HttpStatus.SEE_OTHER)
                                .location(URI.create("/manage/" + secret + "/receipt?" + SiteLanguage.PARAMETER + "="
                                        + SiteLanguage.of(exchange, null).tag()))
                                .header("Referrer-Policy", "no-referrer")
                                .build()));
    }

    private static Map<String, Object> values(String secret) {
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/manage/" + secret + "/receipt");
        values.put("back", "/manage/" + secret);
        values.put("sheet", null);
        return values;
    }

    private static SiteLanguage languageOf(Appointment visit, ServerWebExchange exchange) {
        return SiteLanguage.of(exchange, visit.state().client().language().tag());
    }
}
