package org.bodywork.bookings.aftercare;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * What these pages ask of therapist-service. Without an answer the guide's last one is shown, else the page's own few
 * sentences; a review is kept on the page for its writer to send again.
 */
@Component
final class TherapistAnswers {

    private static final String SELF_CARE = "/api/guide/self-care";

    private final TherapistCalls therapists;

    TherapistAnswers(TherapistCalls therapists) {
        this.therapists = therapists;
    }

    /**
     * The page on care between visits that suits best: by what the client is treated for where that is known and a page
     * speaks of it, else by the modality. Empty where none is known now.
     *
     * @param condition empty where it is not known
     */
    Mono<GuidePage> selfCare(String condition, String modality, String language) {
        return therapists
                .kept(GuidePages.class, SELF_CARE + "?lang={lang}", language)
                .flatMap(pages -> Mono.justOrEmpty(nearest(pages.items(), condition, modality)))
                .flatMap(page ->
                        therapists.kept(GuidePage.class, SELF_CARE + "/{slug}?lang={lang}", page.slug(), language))
                .onErrorResume(TherapistsAway.class, _ -> Mono.empty());
    }

    private static Optional<GuidePage> nearest(List<GuidePage> pages, String condition, String modality) {
        return named(pages, condition, page -> page.related().conditionsOrNone())
                .or(() -> named(pages, modality, page -> page.related().modalities()))
                .or(() -> pages.stream().findFirst());
    }

    /** The page that names it first. */
    private static Optional<GuidePage> named(
            List<GuidePage> pages, String slug, Function<GuidePage, List<String>> related) {
        return pages.stream()
                .filter(page -> related.apply(page).contains(slug))
                .min(Comparator.comparingInt(page -> related.apply(page).indexOf(slug)));
    }

    /** Never fails. */
    Mono<Sent> review(String token, int rating, String text) {
        return therapists
                .ask(http -> http.post()
                        .uri("/api/reviews")
                        .bodyValue(Map.of("token", token, "rating", rating, "text", text))
                        .exchangeToMono(TherapistAnswers::meaning))
                .onErrorReturn(TherapistsAway.class, Sent.AWAY)
                .onErrorReturn(WebClientResponseException.class, Sent.AWAY);
    }

    /** What is no answer about the review itself is trouble, and counts as such. */
    private static Mono<Sent> meaning(ClientResponse answer) {
        return switch (HttpStatus.valueOf(answer.statusCode().value())) {
            case CREATED -> answer.releaseBody().thenReturn(Sent.WRITTEN);
            case CONFLICT -> answer.releaseBody().thenReturn(Sent.USED);
            case GONE -> answer.releaseBody().thenReturn(Sent.EXPIRED);
            case NOT_FOUND -> answer.releaseBody().thenReturn(Sent.UNKNOWN);
            case BAD_REQUEST -> answer.releaseBody().thenReturn(Sent.REFUSED);
            default ->
                answer.releaseBody()
                        .then(Mono.error(() -> new IllegalStateException("therapist-service answers "
                                + answer.statusCode().value())));
        };
    }

    /** What became of a review. */
    enum Sent {
        WRITTEN,
        USED,
        EXPIRED,
        UNKNOWN,
        REFUSED,
        AWAY
    }

    /** A list of the guide. */
    record GuidePages(List<GuidePage> items) {}

    /**
     * A page of the guide.
     *
     * @param html safe to show as it is, as therapist-service promises; absent in a list
     */
    record GuidePage(String slug, String title, @Nullable String html, Related related) {

        record Related(List<String> modalities, @Nullable List<String> conditions) {

            private List<String> conditionsOrNone() {
                return conditions == null ? List.of() : conditions;
            }
        }
    }
}
