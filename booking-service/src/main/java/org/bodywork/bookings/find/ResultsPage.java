package org.bodywork.bookings.find;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.find.DirectorySearch.PlaceUnknown;
import org.bodywork.bookings.site.PageCard;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.bodywork.platform.events.EventJson;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who fits, and when they have time. All of it is in the address, so it can be passed on and come back to. */
@RestController
@Hidden
class ResultsPage {

    static final String PATH = "/therapists";
    static final int SIZE = 10;

    private final DirectorySearch directory;
    private final OwnSearch own;
    private final Cards cards;
    private final Loosening loosening;
    private final MapSettings map;
    private final MessageSource messages;
    private final PublicSite site;
    private final Pages pages;

    ResultsPage(
            DirectorySearch directory,
            OwnSearch own,
            Cards cards,
            Loosening loosening,
            MapSettings map,
            MessageSource messages,
            PublicSite site,
            Pages pages) {
        this.directory = directory;
        this.own = own;
        this.cards = cards;
        this.loosening = loosening;
        this.map = map;
        this.messages = messages;
        this.site = site;
        this.pages = pages;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<String>> results(
            @RequestParam MultiValueMap<String, String> query, ServerWebExchange exchange) {
        Words words = new Words(messages, SiteLanguage.of(exchange, null));
        Wish.Reading reading = Wish.read(query);
        String typed = Objects.requireNonNullElse(query.getFirst(Wish.NEAR), "");
        if (reading.leftOut().contains(Wish.NEAR)) {
            return asked(reading.wish(), typed, "find.near.fault", words, exchange);
        }
        return answer(reading.wish())
                .flatMap(answer -> page(answer, reading, words, exchange))
                .onErrorResume(
                        PlaceUnknown.class, _ -> asked(reading.wish(), typed, "find.near.unknown", words, exchange));
    }

    /**
     * Who was found.
     *
     * @param own by this service itself, because therapist-service is away
     */
    private record Answer(Found found, boolean own) {}

    private Mono<Answer> answer(Wish wish) {
        return directory
                .find(wish, SIZE)
                .map(found -> new Answer(found, false))
                .onErrorResume(TherapistsAway.class, _ -> own.find(wish, SIZE).map(found -> new Answer(found, true)));
    }

    private Mono<ResponseEntity<String>> page(
            Answer answer, Wish.Reading reading, Words words, ServerWebExchange exchange) {
        Wish wish = reading.wish();
        return Mono.zip(
                        cards.of(answer.found(), wish, words),
                        answer.found().total() == 0 ? loosening.of(wish, answer.own(), words) : Mono.just(List.of()))
                .flatMap(parts -> {
                    Map<String, Object> values = values(wish, words);
                    Cards.Shown shown = parts.getT1();
                    int total = answer.found().total();
                    values.put("form", SearchForm.of(wish, words));
                    values.put("total", total);
                    values.put("cards", shown.cards());
                    values.put("spots", EventJson.write(shown.spots()));
                    values.put("mapped", !shown.spots().isEmpty());
                    values.put("loosen", parts.getT2());
                    values.put(
                            "chips", answer.own() ? Chips.chosen(wish, words) : Chips.of(wish, answer.found(), words));
                    values.put("sorts", answer.own() ? List.of() : Chips.sorts(wish, words));
                    values.put("away", answer.own());
                    values.put("cannot", answer.own() ? cannot(wish, words) : "");
                    values.put("leftOut", words.list("find.name", List.copyOf(reading.leftOut())));
                    values.put("earlier", wish.page() > 1 ? address(wish.onPage(wish.page() - 1), words) : null);
                    boolean more = wish.page() * SIZE < total && wish.page() < Wish.LAST_PAGE;
                    values.put("later", more ? address(wish.onPage(wish.page() + 1), words) : null);
                    values.put("first", address(wish.onPage(1), words));
                    if (isForEverybody(wish) && !answer.own()) {
                        values.put("card", card(wish, words));
                    }
                    return pages.page(PageKind.PUBLIC, exchange, HttpStatus.OK, "results", words.language(), values);
                });
    }

    /** The form once more, with what is wrong about the place beside it. */
    private Mono<ResponseEntity<String>> asked(
            Wish wish, String typed, String fault, Words words, ServerWebExchange exchange) {
        Map<String, Object> values = values(wish, words);
        values.put("form", SearchForm.of(wish, typed, words.say(fault), words));
        values.put("heading", words.say("find.results.asked"));
        return pages.page(PageKind.PUBLIC, exchange, HttpStatus.BAD_REQUEST, "results-asked", words.language(), values);
    }

    private Map<String, Object> values(Wish wish, Words words) {
        Map<String, Object> values = new HashMap<>();
        values.put("query", wish.query());
        values.put("heading", title(wish, words));
        values.put("places", SearchForm.PLACES);
        values.put("scripts", List.of("near.js", "map.js"));
        values.put("tiles", map.tiles());
        values.put("attribution", map.attribution());
        return values;
    }

    private static String cannot(Wish wish, Words words) {
        return words.list("find.name", OwnSearch.leftOut(wish));
    }

    private static String title(Wish wish, Words words) {
        List<String> conditions = wish.all(Wish.CONDITION);
        List<String> modalities = wish.all(Wish.MODALITY);
        String what = conditions.size() == 1
                ? words.say("find.results.for", words.say("condition-in." + conditions.getFirst()))
                : modalities.size() == 1
                        ? words.say("find.results.for", words.say("modality-in." + modalities.getFirst()))
                        : words.say("find.results.any");
        return wish.all(Wish.AREA).size() == 1
                ? words.say(
                        "find.results.in",
                        what,
                        words.say("area." + wish.all(Wish.AREA).getFirst()))
                : what;
    }

    /** One word at the most: other combinations are for whoever asked. */
    private static boolean isForEverybody(Wish wish) {
        List<String> asked = wish.narrowing();
        boolean isOneOf = List.of(Wish.CONDITION, Wish.MODALITY, Wish.AREA).containsAll(asked);
        return isOneOf
                && wish.page() == 1
                && !wish.has(Wish.SORT)
                && asked.size() <= 1
                && asked.stream().allMatch(name -> wish.all(name).size() == 1);
    }

    private PageCard card(Wish wish, Words words) {
        return PageCard.of(
                title(wish, words), words.say("find.results.description"), site.page(PATH + "?" + wish.query()));
    }

    static String address(Wish wish, Words words) {
        return PATH + "?" + wish.query() + "lang=" + words.language().tag();
    }
}
