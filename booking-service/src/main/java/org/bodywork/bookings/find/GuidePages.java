package org.bodywork.bookings.find;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.site.NothingHere;
import org.bodywork.bookings.site.PageCard;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The guide, which therapist-service writes: what helps with what, and the way from there to somebody who does it. */
@RestController
@Hidden
class GuidePages {

    /** What kinds of pages there are: in the guide's words, and in addresses. */
    private static final Map<String, String> SHELVES =
            Map.of("condition", "conditions", "modality", "modalities", "self-care", "self-care", "page", "pages");

    private static final List<String> KINDS = List.of("condition", "modality", "self-care", "page");
    private static final Pattern OWN_LINK = Pattern.compile("href=\"(/(?:guide|therapists)[^\"?]*)(\\?[^\"]*)?\"");

    private final TherapistCalls therapists;
    private final MessageSource messages;
    private final PublicSite site;
    private final Pages pages;
    private final NothingHere nothing;

    GuidePages(TherapistCalls therapists, MessageSource messages, PublicSite site, Pages pages, NothingHere nothing) {
        this.therapists = therapists;
        this.messages = messages;
        this.site = site;
        this.pages = pages;
        this.nothing = nothing;
    }

    record GuideList(List<GuidePage> items) {}

    /**
     * A page of the guide.
     *
     * @param html safe to show as it is, as therapist-service promises; absent in a list
     * @param search a path of this site
     */
    record GuidePage(
            String kind,
            String slug,
            String title,
            String summary,
            @Nullable String html,
            Related related,
            String search) {

        String path() {
            return "/guide/" + SHELVES.getOrDefault(kind, kind) + "/" + slug;
        }
    }

    record Related(List<String> modalities, List<String> conditions) {}

    record Shelf(String name, List<Entry> entries) {}

    record Entry(String title, String summary, String href) {}

    @GetMapping("/guide")
    Mono<ResponseEntity<String>> all(ServerWebExchange exchange) {
        Words words = words(exchange);
        return therapists
                .kept(
                        GuideList.class,
                        "/api/guide?lang={lang}",
                        words.language().tag())
                .flatMap(list -> pages.page(
                        PageKind.PUBLIC,
                        exchange,
                        HttpStatus.OK,
                        "guide",
                        words.language(),
                        Map.of(
                                "shelves",
                                shelves(list, words),
                                "card",
                                PageCard.of(
                                        words.say("find.guide.title"),
                                        words.say("find.guide.lead"),
                                        site.page("/guide?")))))
                .onErrorResume(TherapistsAway.class, _ -> away(exchange));
    }

    @GetMapping("/guide/{kind}/{slug}")
    Mono<ResponseEntity<String>> page(
            @PathVariable String kind, @PathVariable String slug, ServerWebExchange exchange) {
        Words words = words(exchange);
        if (!SHELVES.containsValue(kind)) {
            return nothing.page(exchange, HttpStatus.NOT_FOUND, "guide");
        }
        return therapists
                .kept(
                        GuidePage.class,
                        "/api/guide/{kind}/{slug}?lang={lang}",
                        kind,
                        slug,
                        words.language().tag())
                .flatMap(page -> pages.page(
                        PageKind.PUBLIC, exchange, HttpStatus.OK, "guide-page", words.language(), values(page, words)))
                .switchIfEmpty(Mono.defer(() -> nothing.page(exchange, HttpStatus.NOT_FOUND, "guide")))
                .onErrorResume(TherapistsAway.class, _ -> away(exchange));
    }

    private Map<String, Object> values(GuidePage page, Words words) {
        return Map.of(
                "page",
                page,
                "html",
                inLanguage(Objects.requireNonNullElse(page.html(), ""), words.language()),
                "search",
                page.search() + (page.search().contains("?") ? "&" : "?") + "lang="
                        + words.language().tag(),
                "related",
                related(page, words),
                "card",
                new PageCard(page.title(), page.summary(), site.page(page.path() + "?"), "article", null, null));
    }

    /** Whoever chose a language keeps it with the next click. */
    static String inLanguage(String html, SiteLanguage language) {
        return OWN_LINK.matcher(html)
                .replaceAll(link -> "href=\"" + link.group(1)
                        + Optional.ofNullable(link.group(2))
                                .map(query -> query + "&amp;")
                                .orElse("?")
                        + "lang=" + language.tag() + "\"");
    }

    private static List<Entry> related(GuidePage page, Words words) {
        return Stream.concat(
                        page.related().modalities().stream().map(slug -> entry("modality", "modalities", slug, words)),
                        page.related().conditions().stream().map(slug -> entry("condition", "conditions", slug, words)))
                .toList();
    }

    private static Entry entry(String kind, String shelf, String slug, Words words) {
        return new Entry(
                words.say(kind + "." + slug),
                "",
                "/guide/" + shelf + "/" + slug + "?lang=" + words.language().tag());
    }

    private static List<Shelf> shelves(GuideList list, Words words) {
        return KINDS.stream()
                .map(kind -> new Shelf(
                        words.say("find.guide.kind." + kind),
                        list.items().stream()
                                .filter(page -> page.kind().equals(kind))
                                .map(page -> new Entry(
                                        page.title(),
                                        page.summary(),
                                        page.path() + "?lang="
                                                + words.language().tag()))
                                .toList()))
                .filter(shelf -> !shelf.entries().isEmpty())
                .toList();
    }

    private Words words(ServerWebExchange exchange) {
        return new Words(messages, SiteLanguage.of(exchange, null));
    }

    private Mono<ResponseEntity<String>> away(ServerWebExchange exchange) {
        return nothing.page(exchange, HttpStatus.SERVICE_UNAVAILABLE, "guide-away");
    }
}
