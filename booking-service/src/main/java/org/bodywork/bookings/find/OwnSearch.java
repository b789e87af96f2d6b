package org.bodywork.bookings.find;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers a search while therapist-service is away, from what this service knows of everybody: where they work, what they do
 * and for which conditions. It knows no reviews and measures no distance, and orders nobody before anybody.
 */
@Component
final class OwnSearch {

    private final Candidates candidates;
    private final ListedTherapists therapists;

    OwnSearch(Candidates candidates, ListedTherapists therapists) {
        this.candidates = candidates;
        this.therapists = therapists;
    }

    /** What of the wish it has to leave out: names that pages have words for. */
    static List<String> leftOut(Wish wish) {
        return Stream.of(Wish.NEAR, Wish.WHEN, Wish.MAX_PRICE, Wish.LANGUAGE, Wish.TEXT, Wish.SORT)
                .filter(wish::has)
                .toList();
    }

    Mono<Found> find(Wish wish, int size) {
        return Mono.defer(() -> {
            List<TherapistId> all = candidates
                    .meeting(need(wish), null)
                    .map(Candidate::therapist)
                    .toList();
            List<TherapistId> page =
                    all.stream().skip((wish.page() - 1L) * size).limit(size).toList();
            return therapists
                    .byIds(page)
                    .collectMap(ListedTherapist::id)
                    .map(listed -> new Found(all.size(), items(page, listed), Found.Facets.NONE));
        });
    }

    private static Need need(Wish wish) {
        return new Need(
                areas(wish),
                Set.copyOf(wish.all(Wish.MODALITY)),
                Set.copyOf(wish.all(Wish.CONDITION)),
                Set.copyOf(wish.all(Wish.GENDER)),
                Set.of());
    }

    /** A place tells at least the state. */
    private static Set<String> areas(Wish wish) {
        if (wish.has(Wish.AREA)) {
            return Set.copyOf(wish.all(Wish.AREA));
        }
        return wish.one(Wish.NEAR).flatMap(OwnSearch::areaOf).map(Set::of).orElse(Vocabulary.AREAS);
    }

    private static Optional<String> areaOf(String near) {
        return switch (Where.of(near)) {
            case Where.Zip zip when zip.code().startsWith("80") -> Optional.of("lakewood");
            case Where.Zip zip when zip.code().startsWith("6") -> Optional.of("st-louis");
            case Where.Spot spot ->
                Optional.of(spot.lon().compareTo(BigDecimal.valueOf(-98)) < 0 ? "lakewood" : "st-louis");
            default -> Optional.empty();
        };
    }

    private static List<Found.Item> items(List<TherapistId> page, Map<TherapistId, ListedTherapist> listed) {
        return page.stream()
                .flatMap(id -> Optional.ofNullable(listed.get(id)).stream())
                .map(Found.Item::of)
                .toList();
    }
}
