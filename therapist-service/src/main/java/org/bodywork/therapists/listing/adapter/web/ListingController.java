package org.bodywork.therapists.listing.adapter.web;

import java.util.Arrays;
import org.bodywork.platform.web.Paging;
import org.bodywork.therapists.listing.application.FindListings;
import org.bodywork.therapists.listing.application.ShowListing;
import org.bodywork.therapists.listing.domain.Area;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets anybody find and read what is published. */
@RestController
@RequestMapping("/api")
class ListingController {

    private final FindListings listings;
    private final ShowListing listing;

    ListingController(FindListings listings, ShowListing listing) {
        this.listings = listings;
        this.listing = listing;
    }

    @GetMapping("/therapists")
    Mono<PageView> find(@RequestParam MultiValueMap<String, String> query, Paging paging) {
        return listings.find(ListingParameters.filter(query), paging.offset(), paging.size())
                .map(found -> PageView.of(found, paging));
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
