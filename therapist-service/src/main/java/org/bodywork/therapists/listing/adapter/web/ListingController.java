package org.bodywork.therapists.listing.adapter.web;

import java.util.Arrays;
import java.util.function.Function;
import org.bodywork.platform.web.PublicAnswer;
import org.bodywork.therapists.listing.PublicSite;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.store.Dated;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets anybody read what is published. */
@RestController
@RequestMapping("/api")
class ListingController {

    private static final String LINKED_DATA = "application/ld+json";

    /** A correction is seen at once: who kept an answer asks whether it still holds. */
    private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePublic();

    private final ShowListing listing;
    private final PublicSite site;

    ListingController(ShowListing listing, PublicSite site) {
        this.listing = listing;
        this.site = site;
    }

    @GetMapping(path = "/therapists/{idOrSlug}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<TherapistView>> therapist(@PathVariable String idOrSlug) {
        return listing.therapist(idOrSlug).map(profile -> answer(profile, TherapistView::of));
    }

    /** The same for search engines and other machines, in the words of schema.org. */
    @GetMapping(path = "/therapists/{idOrSlug}", produces = LINKED_DATA)
    Mono<ResponseEntity<LinkedTherapist>> linkedTherapist(@PathVariable String idOrSlug) {
        return listing.therapist(idOrSlug).map(profile -> answer(profile, shown -> LinkedTherapist.of(shown, site)));
    }

    @GetMapping(path = "/practices/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<PracticeView>> practice(@PathVariable String slug) {
        return listing.practice(slug).map(practice -> answer(practice, PracticeView::of));
    }

    /** The same in the words of schema.org. */
    @GetMapping(path = "/practices/{slug}", produces = LINKED_DATA)
    Mono<ResponseEntity<LinkedPractice>> linkedPractice(@PathVariable String slug) {
        return listing.practice(slug).map(practice -> answer(practice, shown -> LinkedPractice.of(shown, site)));
    }

    private static <T, V extends Record> ResponseEntity<V> answer(Dated<T> stored, Function<T, V> view) {
        V shown = view.apply(stored.value());
        return PublicAnswer.answer(ASK_AGAIN, shown)
                .lastModified(stored.changedAt())
                .body(shown);
    }

    @GetMapping("/areas")
    AreasView areas() {
        return new AreasView(Arrays.stream(Area.values()).map(AreaView::of).toList());
    }
}
