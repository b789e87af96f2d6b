package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.BookedTreatment;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.application.OpenWeek;
import org.bodywork.bookings.opening.application.TurnWeeks;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.site.FrameToken;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where somebody chooses what to book and when. Only pressing a button holds anything: crawlers follow addresses. */
@RestController
@Hidden
@RequestMapping({"/book", "/embed/" + Where.SLUG + "/book"})
class ChooseTimePage {

    private static final String SENT_FROM = "Sec-Fetch-Site";

    private final Candidates candidates;
    private final Listings listings;
    private final TurnWeeks weeks;
    private final StartHolder starts;
    private final OwnFrame own;
    private final BookPages over;
    private final FrameToken frames;
    private final Pages pages;
    private final BusinessClock clock;

    ChooseTimePage(
            Candidates candidates,
            Listings listings,
            TurnWeeks weeks,
            StartHolder starts,
            OwnFrame own,
            BookPages over,
            FrameToken frames,
            Pages pages,
            BusinessClock clock) {
        this.candidates = candidates;
        this.listings = listings;
        this.weeks = weeks;
        this.starts = starts;
        this.own = own;
        this.over = over;
        this.frames = frames;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(
            @PathVariable(required = false) @Nullable String practice, ServerWebExchange exchange) {
        return choose(new Where(practice), exchange.getRequest().getQueryParams(), exchange);
    }

    /** What a button on another site says is not pressed here: it shows what would be held, and asks. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> hold(
            @PathVariable(required = false) @Nullable String practice, ServerWebExchange exchange) {
        Where where = new Where(practice);
        return exchange.getFormData()
                .flatMap(form ->
                        isSentFromElsewhere(exchange) ? choose(where, form, exchange) : hold(where, form, exchange));
    }

    private static boolean isSentFromElsewhere(ServerWebExchange exchange) {
        String from = exchange.getRequest().getHeaders().getFirst(SENT_FROM);
        return from != null && !from.equals("same-origin") && !from.equals("none");
    }

    private Mono<ResponseEntity<String>> choose(
            Where where, MultiValueMap<String, String> given, ServerWebExchange exchange) {
        return answered(where, exchange, chosen(where, given).flatMap(choice -> switch (choice) {
            case Choice.Somebody somebody -> show(where, somebody, exchange);
            case Choice.Anybody anybody -> anybody(where, anybody, exchange);
        }));
    }

    private Mono<ResponseEntity<String>> hold(
            Where where, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        return answered(where, exchange, chosen(where, form).flatMap(choice -> switch (choice) {
            case Choice.Somebody somebody -> hold(where, somebody, form, exchange);
            case Choice.Anybody anybody ->
                starts.hold(anybody.need(), anybody.start(), new StartHolder.Pressed(where, form, exchange))
                        .map(hold -> onward(where, hold, exchange))
                        .onErrorResume(Refusal.CannotBook.class, cannot -> others(where, cannot, exchange))
                        .switchIfEmpty(Mono.defer(() -> nobody(where, exchange)));
        }));
    }

    private Mono<ResponseEntity<String>> hold(
            Where where, Choice.Somebody chosen, MultiValueMap<String, String> form, ServerWebExchange exchange) {
        TreatmentId treatment = chosen.treatment();
        Instant start = chosen.start();
        if (treatment == null || start == null) {
            return show(where, chosen, exchange);
        }
        return starts.hold(chosen.therapist(), treatment, start, new StartHolder.Pressed(where, form, exchange))
                .map(hold -> onward(where, hold, exchange))
                .onErrorResume(
                        Refusal.CannotBook.class,
                        cannot -> others(where, cannot, exchange)
                                .switchIfEmpty(
                                        Mono.defer(() -> week(where, chosen, treatment, "book.taken-all", exchange))));
    }

    private Mono<Choice> chosen(Where where, MultiValueMap<String, String> given) {
        return Mono.fromCallable(() -> Choice.read(given)).flatMap(choice -> own.checked(where, choice));
    }

    private Mono<ResponseEntity<String>> answered(
            Where where, ServerWebExchange exchange, Mono<ResponseEntity<String>> answer) {
        return answer.onErrorResume(
                        InvalidRequest.class, _ -> over.over(where, HttpStatus.BAD_REQUEST, "address", exchange))
                .onErrorResume(
                        error -> error instanceof Refusal || error instanceof NotOffered,
                        error -> starts.over(where, error, exchange));
    }

    private ResponseEntity<String> onward(Where where, Hold hold, ServerWebExchange exchange) {
        return pages.onward(where.book() + "/" + hold.id(), SiteLanguage.of(exchange, null));
    }

    private Mono<ResponseEntity<String>> show(Where where, Choice.Somebody chosen, ServerWebExchange exchange) {
        TreatmentId treatment = chosen.treatment();
        if (treatment == null) {
            return treatments(where, chosen, exchange);
        }
        Instant start = chosen.start();
        return start == null
                ? week(where, chosen, treatment, "", exchange)
                : start(where, chosen, treatment, start, exchange);
    }

    /** The treatments to choose from. */
    private Mono<ResponseEntity<String>> treatments(Where where, Choice.Somebody chosen, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        return listings.byId(chosen.therapist())
                .filter(Listing::published)
                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                .flatMap(listing -> {
                    Map<String, Object> values = values(where, "treatments", "");
                    values.put("query", "therapist=" + listing.id() + "&");
                    values.put("therapist", listing.name());
                    values.put("therapistId", listing.id().toString());
                    values.put(
                            "treatments",
                            listing.treatments().stream()
                                    .map(treatment -> TreatmentLine.of(treatment, language))
                                    .toList());
                    return page(HttpStatus.OK, values, exchange);
                });
    }

    private Mono<ResponseEntity<String>> week(
            Where where, Choice.Somebody chosen, TreatmentId treatment, String trouble, ServerWebExchange exchange) {
        return weeks.from(chosen.therapist(), treatment, chosen.from())
                .flatMap(week -> week(where, week, trouble, chosen.from(), exchange));
    }

    private Mono<ResponseEntity<String>> week(
            Where where, OpenWeek week, String trouble, @Nullable LocalDate from, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Map<String, Object> values = values(where, "week", trouble);
        ZonedDateTime anyTime = clock.now().atZone(week.listing().zone());
        values.putAll(new Offer(week.listing(), BookedTreatment.of(week.treatment()), anyTime, null)
                .values(language, clock.now()));
        values.put("query", query(week) + (from == null ? "" : "from=" + from + "&"));
        values.put("turn", query(week));
        values.put("week", WeekView.of(week, language));
        return page(trouble.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT, values, exchange);
    }

    /** One start, if it still is an opening; else its week. */
    private Mono<ResponseEntity<String>> start(
            Where where, Choice.Somebody chosen, TreatmentId treatment, Instant start, ServerWebExchange exchange) {
        return listings.byId(chosen.therapist())
                .map(listing -> start.atZone(listing.zone()).toLocalDate())
                .flatMap(date -> weeks.from(chosen.therapist(), treatment, date))
                .flatMap(week -> opening(week, start)
                        .map(when -> chosen(where, week, when, exchange))
                        .orElseGet(() -> week(where, week, "book.taken-week", null, exchange)));
    }

    private static Optional<ZonedDateTime> opening(OpenWeek week, Instant start) {
        return week.days()
                .starts()
                .filter(each -> each.toInstant().equals(start))
                .findFirst();
    }

    private Mono<ResponseEntity<String>> chosen(
            Where where, OpenWeek week, ZonedDateTime start, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Map<String, Object> values = values(where, "chosen", "");
        values.putAll(new Offer(week.listing(), BookedTreatment.of(week.treatment()), start, null)
                .values(language, clock.now()));
        WeekView.Time time = WeekView.Time.of(start, language);
        values.put("query", query(week) + "start=" + time.start() + "&");
        values.put("turn", query(week));
        values.put("start", time.start());
        return page(HttpStatus.OK, values, exchange);
    }

    /** Times in place of one that is taken, whosever they are; empty where there are none. */
    private Mono<ResponseEntity<String>> others(Where where, Refusal.CannotBook cannot, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        return Flux.fromIterable(cannot.alternatives())
                .concatMap(opening ->
                        listings.byId(opening.therapist()).map(listing -> OtherTime.of(opening, listing, language)))
                .collectList()
                .filter(others -> !others.isEmpty())
                .flatMap(others -> {
                    Map<String, Object> values = values(where, "others", "book.taken-others");
                    values.put("others", others);
                    return page(HttpStatus.CONFLICT, values, exchange);
                });
    }

    private Mono<ResponseEntity<String>> anybody(Where where, Choice.Anybody wanted, ServerWebExchange exchange) {
        return Mono.justOrEmpty(
                        candidates.meeting(wanted.need(), null).findFirst().map(Candidate::therapist))
                .flatMap(listings::byId)
                .flatMap(somebody -> anybody(where, wanted, somebody.zone(), exchange))
                .switchIfEmpty(Mono.defer(() -> nobody(where, exchange)));
    }

    private Mono<ResponseEntity<String>> anybody(
            Where where, Choice.Anybody wanted, ZoneId zone, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        Map<String, Object> values = values(where, "anybody", "");
        WeekView.Time time = WeekView.Time.of(wanted.start().atZone(zone), language);
        values.put("wanted", wanted);
        values.put("query", wanted.query(time.start()));
        values.put("when", time.text());
        values.put("start", time.start());
        return page(HttpStatus.OK, values, exchange);
    }

    private Mono<ResponseEntity<String>> nobody(Where where, ServerWebExchange exchange) {
        return over.over(where, HttpStatus.NOT_FOUND, "nobody", exchange);
    }

    private static String query(OpenWeek week) {
        return "therapist=%s&treatment=%s&"
                .formatted(week.listing().id(), week.treatment().id());
    }

    private Map<String, Object> values(Where where, String what, String trouble) {
        Map<String, Object> values = new HashMap<>();
        values.put("path", where.book());
        values.put("base", where.book());
        values.put("framed", where.framed());
        values.put(FrameToken.FIELD, where.framed() ? frames.draw() : "");
        values.put("what", what);
        values.put("trouble", trouble);
        return values;
    }

    private Mono<ResponseEntity<String>> page(
            HttpStatus status, Map<String, Object> values, ServerWebExchange exchange) {
        return pages.page(exchange, status, "book-choose", SiteLanguage.of(exchange, null), values);
    }
}
