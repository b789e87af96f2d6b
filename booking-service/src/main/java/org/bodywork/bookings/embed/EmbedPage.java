package org.bodywork.bookings.embed;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.embed.Practices.Practice;
import org.bodywork.bookings.numbers.application.Workforce;
import org.bodywork.bookings.opening.application.TurnWeeks;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.site.FrameToken;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a practice puts on its own site by one script tag: whom one can book there, in a frame as high as its content. The
 * pages of booking follow in the same frame.
 */
@RestController
@Hidden
class EmbedPage {

    private static final String SLUG = "{slug:[a-z0-9-]{1,120}}";
    private static final int STARTS_SHOWN = 3;
    private static final int LOOKED_AT_ONCE = 4;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final Practices practices;
    private final Workforce workforce;
    private final TurnWeeks weeks;
    private final FrameToken frames;
    private final Pages pages;
    private final String script = read();

    EmbedPage(Practices practices, Workforce workforce, TurnWeeks weeks, FrameToken frames, Pages pages) {
        this.practices = practices;
        this.workforce = workforce;
        this.weeks = weeks;
        this.frames = frames;
        this.pages = pages;
    }

    /** Under an address that stays, since it stands in other people's pages. */
    @GetMapping(path = "/embed.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<String> script() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KNOWN_FOR).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(script);
    }

    @GetMapping("/embed/" + SLUG)
    Mono<ResponseEntity<String>> frame(@PathVariable String slug, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        return practices
                .bySlug(slug)
                .flatMap(practice ->
                        people(practice, language).flatMap(people -> page(slug, practice, people, language, exchange)))
                .switchIfEmpty(Mono.defer(() -> nothing(exchange)));
    }

    /** As it looks on a practice's site: with nothing there but a heading and the script tag. */
    @GetMapping("/embed/" + SLUG + "/demo")
    Mono<ResponseEntity<String>> demo(@PathVariable String slug, ServerWebExchange exchange) {
        SiteLanguage language = SiteLanguage.of(exchange, null);
        return practices
                .bySlug(slug)
                .flatMap(practice -> pages.page(
                        PageKind.HOST,
                        exchange,
                        HttpStatus.OK,
                        "embed-demo",
                        language,
                        Map.of("slug", slug, "practice", practice.name())))
                .switchIfEmpty(Mono.defer(() -> nothing(exchange)));
    }

    private Mono<ResponseEntity<String>> page(
            String slug, Practice practice, List<Person> people, SiteLanguage language, ServerWebExchange exchange) {
        Map<String, Object> values = new HashMap<>();
        values.put("framed", true);
        values.put(FrameToken.FIELD, frames.draw());
        values.put("base", "/embed/" + slug + "/book");
        values.put("practice", practice.name());
        values.put("people", people);
        return pages.page(PageKind.PRIVATE, exchange, HttpStatus.OK, "embed", language, values);
    }

    private Mono<ResponseEntity<String>> nothing(ServerWebExchange exchange) {
        return pages.page(
                exchange,
                HttpStatus.NOT_FOUND,
                "embed-nothing",
                SiteLanguage.of(exchange, null),
                Map.of("framed", true));
    }

    private Mono<List<Person>> people(Practice practice, SiteLanguage language) {
        return workforce
                .at(practice.id())
                .filter(listing -> listing.published() && !listing.treatments().isEmpty())
                .collectSortedList(Comparator.comparing(Listing::name))
                .flatMapMany(Flux::fromIterable)
                .flatMapSequential(listing -> person(listing, language), LOOKED_AT_ONCE)
                .collectList();
    }

    private Mono<Person> person(Listing listing, SiteLanguage language) {
        Treatment first = listing.treatments().getFirst();
        return weeks.from(listing.id(), first.id(), null)
                .map(week -> new Person(
                        listing.id().toString(),
                        listing.name(),
                        listing.treatments().stream()
                                .map(treatment -> Offered.of(treatment, language))
                                .toList(),
                        week.days()
                                .starts()
                                .limit(STARTS_SHOWN)
                                .map(start -> new Start(start.toInstant().toString(), language.time(start)))
                                .toList()));
    }

    private static String read() {
        try {
            return new ClassPathResource("pages/embed.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Somebody who works at the practice.
     *
     * @param starts the next ones of the first treatment
     */
    record Person(String id, String name, List<Offered> treatments, List<Start> starts) {}

    record Offered(String id, String name, String price) {

        static Offered of(Treatment treatment, SiteLanguage language) {
            return new Offered(
                    treatment.id().toString(),
                    treatment.name(),
                    language.money(treatment.price().amount(), treatment.price().currency()));
        }
    }

    record Start(String start, String text) {}
}
