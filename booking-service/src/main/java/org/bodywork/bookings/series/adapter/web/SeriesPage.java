package org.bodywork.bookings.series.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.series.application.ChangeSeries;
import org.bodywork.bookings.series.application.ChangeSeries.Which;
import org.bodywork.bookings.series.application.FindSeries;
import org.bodywork.bookings.series.application.FindSeries.SeriesVisit;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All visits of a series, for whoever has its link: how each stands, the way to it, and the end of those to come. */
@RestController
@Hidden
@RequestMapping("/series/{secret}")
class SeriesPage {

    private static final Which ALL = new Which(LocalDate.EPOCH, false);

    private final FindSeries series;
    private final ChangeSeries changes;
    private final ManageLinks links;
    private final Pages pages;
    private final BusinessClock clock;

    SeriesPage(FindSeries series, ChangeSeries changes, ManageLinks links, Pages pages, BusinessClock clock) {
        this.series = series;
        this.changes = changes;
        this.links = links;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(@PathVariable String secret, ServerWebExchange exchange) {
        return series.find(secret)
                .flatMap(found ->
                        series.visitsOf(found).flatMap(visits -> page(found, byNumber(visits), secret, exchange)))
                .onErrorResume(SeriesRefusal.NoSuchSeries.class, _ -> nothing(exchange));
    }

    /** Once more changes nothing: whatever is left to cancel is gone. */
    @PostMapping("/cancel")
    Mono<ResponseEntity<String>> cancel(@PathVariable String secret, ServerWebExchange exchange) {
        ResponseEntity<String> there = pages.onward("/series/" + secret, SiteLanguage.of(exchange, null));
        return changes.cancel(secret, ALL)
                .map(_ -> there)
                .onErrorResume(SeriesRefusal.NoSuchSeries.class, _ -> nothing(exchange))
                .onErrorReturn(error -> error instanceof SeriesRefusal || error instanceof Refusal, there);
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        Map<String, Object> words =
                Map.of("why", "no-link.series.why", "next", "no-link.series.next", "myVisits", true);
        return pages.page(exchange, HttpStatus.NOT_FOUND, "no-link", SiteLanguage.of(exchange, null), words);
    }

    private static Map<Integer, Appointment> byNumber(List<SeriesVisit> visits) {
        return visits.stream().collect(Collectors.toMap(SeriesVisit::number, SeriesVisit::visit));
    }

    private Mono<ResponseEntity<String>> page(
            Series found, Map<Integer, Appointment> visits, String secret, ServerWebExchange exchange) {
        String known = visits.values().stream()
                .map(visit -> visit.state().client().language().tag())
                .findFirst()
                .orElse(null);
        SiteLanguage language = SiteLanguage.of(exchange, known);
        Instant now = clock.now();
        Map<String, Object> values = new HashMap<>();
        values.put("path", "/series/" + secret);
        values.put("step", found.step().name());
        values.put("until", language.time(found.expiresAt().atZone(found.zone())));
        values.put(
                "lines",
                found.dates().stream()
                        .map(date -> line(date, visits.get(date.number()), found, language, now))
                        .toList());
        values.put("cancelling", visits.values().stream().anyMatch(visit -> visit.clientMayCancel(now)));
        values.put(
                "late", visits.values().stream().anyMatch(visit -> visit.clientMayCancel(now) && visit.isLateAt(now)));
        return pages.page(exchange, HttpStatus.OK, "series", language, values);
    }

    private Line line(SeriesDate date, @Nullable Appointment visit, Series found, SiteLanguage language, Instant now) {
        if (visit != null) {
            return new Line(
                    language.timeAndYear(visit.state().visit().zonedStart()),
                    visit.state().visit().part().therapistName(),
                    "status." + visit.statusAt(now).name(),
                    links.urlOf(visit) + "?" + SiteLanguage.PARAMETER + "=" + language.tag());
        }
        Time time = Optional.ofNullable(date.chosen()).orElse(date.held());
        String when = time == null
                ? language.day(date.date())
                : language.timeAndYear(time.start().atZone(found.zone()));
        return new Line(when, "", "series.date." + date.outcome().name(), "");
    }

    /**
     * One date of the series.
     *
     * @param link to its visit; empty where it has none
     */
    record Line(String when, String who, String status, String link) {}
}
