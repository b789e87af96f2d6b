package org.bodywork.bookings.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.site.Pages;
import org.bodywork.platform.crypto.Digests;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What calendar programs fetch. Whatever they say they accept, they get a calendar. */
@RestController
@Tag(name = "Calendars")
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate();

    private final ReadCalendars calendars;
    private final Pages pages;

    CalendarController(ReadCalendars calendars, Pages pages) {
        this.calendars = calendars;
        this.pages = pages;
    }

    @GetMapping("/calendars/{secret}.ics")
    @Operation(summary = "A therapist's visits, for calendar programs; says when and where and nothing else")
    @ApiResponse(responseCode = "200", description = "RFC 5545, from 30 days back to 180 days ahead")
    Mono<ResponseEntity<String>> therapist(@PathVariable String secret) {
        return calendars.ofTherapist(secret).map(text -> answer(text).body(text));
    }

    @GetMapping("/manage/{secret}/visit.ics")
    @Operation(summary = "The visit behind a secret link, for the client's calendar")
    Mono<ResponseEntity<String>> visit(@PathVariable String secret, ServerWebExchange exchange) {
        return calendars
                .ofClient(secret)
                .map(text -> answer(text)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"visit.ics\"")
                        .body(text))
                // A person follows this link: an old one leads to a page that says so.
                .onErrorResume(Refusal.NoSuchAppointment.class, _ -> pages.noVisit(exchange));
    }

    private static ResponseEntity.BodyBuilder answer(String text) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(A_WHILE)
                // The secret is in the address: it must not travel on.
                .header("Referrer-Policy", "no-referrer")
                .eTag("\"" + Digests.sha256Hex(text) + "\"");
    }
}
