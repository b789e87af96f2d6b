package org.bodywork.bookings.find;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Asks therapist-service who fits. */
@Component
final class DirectorySearch {

    /** Whoever names a place and no distance does not mean another state. */
    private static final String USUAL_MILES = "25";

    private final TherapistCalls therapists;

    DirectorySearch(TherapistCalls therapists) {
        this.therapists = therapists;
    }

    /**
     * One page. Fails with {@link PlaceUnknown} for a zip code that lies in none of the areas, and with {@link
     * org.bodywork.bookings.therapists.TherapistsAway}.
     */
    Mono<Found> find(Wish wish, int size) {
        MultiValueMap<String, String> question = question(wish, size);
        return therapists
                .ask(http -> http.get()
                        .uri(address -> address.path("/api/therapists")
                                .queryParams(placeholders(question))
                                .build(values(question)))
                        .retrieve()
                        .bodyToMono(Found.class))
                .onErrorMap(
                        WebClientResponseException.BadRequest.class,
                        refused -> wish.has(Wish.NEAR) ? new PlaceUnknown() : refused);
    }

    /** What was typed goes in as a value, so that nothing in it counts as syntax. */
    private static MultiValueMap<String, String> placeholders(MultiValueMap<String, String> question) {
        MultiValueMap<String, String> named = new LinkedMultiValueMap<>();
        question.forEach((name, words) -> words.forEach(_ -> named.add(name, "{" + name + "}")));
        return named;
    }

    private static Object[] values(MultiValueMap<String, String> question) {
        return question.values().stream().flatMap(List::stream).toArray();
    }

    /** How many there are. */
    Mono<Integer> count(Wish wish) {
        return find(wish.onPage(1), 1).map(Found::total);
    }

    /** The wish in the words of therapist-service, which reads how soon out of a sentence. */
    static MultiValueMap<String, String> question(Wish wish, int size) {
        MultiValueMap<String, String> question = new LinkedMultiValueMap<>();
        for (String name : List.of(Wish.CONDITION, Wish.MODALITY, Wish.AREA, Wish.GENDER, Wish.LANGUAGE)) {
            wish.all(name).forEach(word -> question.add(name, word));
        }
        wish.one(Wish.NEAR).ifPresent(near -> {
            question.add("near", near);
            question.add("radiusMiles", wish.one(Wish.RADIUS).orElse(USUAL_MILES));
        });
        wish.one(Wish.MAX_PRICE).ifPresent(price -> question.add("maxPrice", price));
        String sentence = Stream.of(wish.one(Wish.TEXT), wish.one(Wish.WHEN).map(when -> when.replace('-', ' ')))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (!sentence.isEmpty()) {
            question.add("q", sentence);
        }
        wish.one(Wish.SORT)
                .filter(sort -> !sort.equals("distance") || wish.has(Wish.NEAR))
                .ifPresent(sort -> question.add("sort", sort));
        question.add("page", String.valueOf(wish.page() - 1));
        question.add("size", String.valueOf(size));
        return question;
    }

    /** Nobody has heard of that zip code here. */
    static final class PlaceUnknown extends RuntimeException {

        PlaceUnknown() {
            super("the place is unknown");
        }
    }
}
