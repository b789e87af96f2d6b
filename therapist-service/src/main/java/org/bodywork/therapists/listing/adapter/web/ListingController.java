package org.bodywork.therapists.listing.adapter.web;

import java.util.Arrays;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.domain.Area;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets anybody read what is published. */
@RestController
@RequestMapping("/api")
class ListingController {

    private final ShowListing listing;

    ListingController(ShowListing listing) {
        this.listing = listing;
    }

    @GetMapping("/therapists/{idOrSlug}")
    Mono<TherapistView> therapist(@PathVariable String idOrSlug) {
        return listing.therapist(idOrSlug).map(TherapistView::of);
    }

    @GetMapping("/practices/{slug}")
    Mono<PracticeView> practice(@PathVariable String slug) {
        return listing.practice(slug).map(PracticeView::of);
    }

    @GetMapping("/areas")
    AreasView areas() {
        return new AreasView(Arrays.stream(Area.values()).map(AreaView::of).toList());
    }
}
