package org.bodywork.bookings.find;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.PublicSite;
import org.bodywork.bookings.find.ProfileView.PlaceView;
import org.bodywork.bookings.site.NothingHere;
import org.bodywork.bookings.site.PageCard;
import org.bodywork.bookings.site.PageKind;
import org.bodywork.bookings.site.Pages;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One practice: where it is, how to get in, who works there and when they have time. It is drawn from this service's own
 * copy; only what search engines read beside it comes from therapist-service.
 */
@RestController
@Hidden
class PracticePage {

    private static final String PATH = "/practices/";
    private static final MediaType LINKED = MediaType.parseMediaType("application/ld+json");

    private final ListedPractices practices;
    private final ListedTherapists therapists;
    private final Cards cards;
    private final TherapistCalls directory;
    private final MessageSource messages;
    private final PublicSite site;
    private final Pages pages;
    private final NothingHere nothing;

    PracticePage(
            ListedPractices practices,
            ListedTherapists therapists,
            Cards cards,
            TherapistCalls directory,
            MessageSource messages,
            PublicSite site,
            Pages pages,
            NothingHere nothing) {
        this.practices = practices;
        this.therapists = therapists;
        this.cards = cards;
        this.directory = directory;
        this.messages = messages;
        this.site = site;
        this.pages = pages;
        this.nothing = nothing;
    }

    /** Null where there is no page to lead to. */
    static @Nullable String address(@Nullable String slug, Words words) {
        return slug == null ? null : PATH + slug + "?lang=" + words.language().tag();
    }

    @GetMapping(PATH + "{slug}")
    Mono<ResponseEntity<String>> practice(@PathVariable String slug, ServerWebExchange exchange) {
        Words words = new Words(messages, SiteLanguage.of(exchange, null));
        return practices
                .bySlug(slug)
                .flatMap(practice -> page(practice, words, exchange))
                .switchIfEmpty(Mono.defer(() -> nothing.page(exchange, HttpStatus.NOT_FOUND, "practice")));
    }

    private Mono<ResponseEntity<String>> page(ListedPractice practice, Words words, ServerWebExchange exchange) {
        return Mono.zip(people(practice, words), linked(practice)).flatMap(parts -> {
            Map<String, Object> values = new HashMap<>();
            values.put("practice", PracticeView.of(practice, words));
            values.put("cards", parts.getT1());
            values.put("card", card(practice, parts.getT2(), words));
            return pages.page(PageKind.PUBLIC, exchange, HttpStatus.OK, "practice", words.language(), values);
        });
    }

    private Mono<List<CardView>> people(ListedPractice practice, Words words) {
        return therapists
                .at(practice.id())
                .map(Found.Item::of)
                .collectSortedList((one, other) -> one.name().compareTo(other.name()))
                .flatMap(items -> cards.of(new Found(items.size(), items, Found.Facets.NONE), Wish.ANYTHING, words))
                .map(Cards.Shown::cards);
    }

    /** As JSON-LD; empty while it cannot be had. */
    private Mono<String> linked(ListedPractice practice) {
        return directory
                .ask(http -> http.get()
                        .uri("/api/practices/{slug}", practice.slug())
                        .accept(LINKED)
                        .retrieve()
                        .bodyToMono(String.class))
                .onErrorReturn("");
    }

    private PageCard card(ListedPractice practice, String linked, Words words) {
        String place = practice.places().stream()
                .findFirst()
                .map(spot -> Profile.Address.of(spot.address()).line())
                .orElse("");
        return new PageCard(
                practice.name(),
                words.say(
                        "find.practice.description",
                        practice.name(),
                        words.say("practice-kind." + practice.kind()),
                        place),
                site.page(PATH + practice.slug() + "?"),
                "website",
                null,
                linked.isEmpty() ? null : ProfilePage.inPage(linked));
    }

    /**
     * A practice in the words of its page.
     *
     * @param call the phone number as a link has it; null where none is known
     */
    record PracticeView(
            String name,
            String initials,
            String kind,
            @Nullable String phone,
            @Nullable String call,
            boolean demo,
            List<PlaceView> places) {

        static PracticeView of(ListedPractice practice, Words words) {
            String phone = practice.phone();
            return new PracticeView(
                    practice.name(),
                    CardView.initials(practice.name()),
                    words.say("practice-kind." + practice.kind()),
                    phone,
                    phone == null ? null : "tel:" + phone.replaceAll("[^0-9+]", ""),
                    practice.demo(),
                    practice.places().stream()
                            .map(place -> PlaceView.of(Profile.Location.of(place), practice.doctorsPapers(), words))
                            .toList());
        }
    }
}
