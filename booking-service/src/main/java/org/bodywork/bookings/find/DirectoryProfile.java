package org.bodywork.bookings.find;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.bodywork.bookings.therapists.TherapistCalls;
import org.bodywork.bookings.therapists.TherapistSettings;
import org.bodywork.bookings.therapists.TherapistsAway;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * Reads a therapist's profile from therapist-service, else from this service's own copy. Many look at the same one and few
 * change theirs: it is shown again for a while, and after ten seconds the next look has it asked for anew.
 */
@Component
final class DirectoryProfile {

    private static final String THERAPIST = "/api/therapists/{slug}";
    private static final int REVIEWS_SHOWN = 5;
    private static final int MOST_KEPT = 1_000;

    /** How often it is asked for anew while it is kept. */
    private static final int LOOKS = 6;

    private final TherapistCalls directory;
    private final ListedTherapists own;
    private final AsyncLoadingCache<String, Read> recent;

    DirectoryProfile(TherapistCalls directory, ListedTherapists own, TherapistSettings settings) {
        this.directory = directory;
        this.own = own;
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(settings.profilesKept())
                .refreshAfterWrite(settings.profilesKept().dividedBy(LOOKS).plusNanos(1))
                .buildAsync((slug, _) -> asked(slug).toFuture());
    }

    /**
     * All that is shown of one therapist.
     *
     * @param linked the profile as JSON-LD; empty where there is none
     * @param own known by this service itself, because therapist-service is away
     */
    record Read(Profile profile, Profile.Reviews reviews, String linked, boolean own) {}

    /** Empty where nobody has that name; fails with {@link TherapistsAway} where that cannot be known now. */
    Mono<Read> of(String slug) {
        return Mono.fromFuture(() -> recent.get(slug), true)
                .onErrorResume(
                        TherapistsAway.class,
                        away -> own.bySlug(slug)
                                .map(listed -> new Read(Profile.of(listed), Profile.Reviews.NONE, "", true))
                                .switchIfEmpty(Mono.error(away)));
    }

    private Mono<Read> asked(String slug) {
        return Mono.zip(profile(slug), reviews(slug), linked(slug))
                .map(parts -> new Read(parts.getT1(), parts.getT2(), parts.getT3(), false))
                .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty());
    }

    private Mono<Profile> profile(String slug) {
        return directory.ask(http -> http.get()
                .uri(THERAPIST, slug)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .bodyToMono(Profile.class));
    }

    private Mono<Profile.Reviews> reviews(String slug) {
        return directory
                .ask(http -> http.get()
                        .uri(THERAPIST + "/reviews?size={size}", slug, REVIEWS_SHOWN)
                        .retrieve()
                        .bodyToMono(Profile.Reviews.class))
                .onErrorReturn(Profile.Reviews.NONE);
    }

    private Mono<String> linked(String slug) {
        return directory
                .ask(http -> http.get()
                        .uri(THERAPIST, slug)
                        .accept(MediaType.parseMediaType("application/ld+json"))
                        .retrieve()
                        .bodyToMono(String.class))
                .onErrorReturn("");
    }
}
