package org.bodywork.therapists.listing.application;

import java.util.Optional;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.TherapistId;
import reactor.core.publisher.Mono;

/** Shows one published listing in full. */
public final class ShowListing {

    private final Therapists therapists;
    private final Practices practices;

    public ShowListing(Therapists therapists, Practices practices) {
        this.therapists = therapists;
        this.practices = practices;
    }

    /** By id or slug. */
    public Mono<Profile> therapist(String idOrSlug) {
        return published(idOrSlug)
                .flatMap(this::profile)
                .switchIfEmpty(Mono.error(() -> new UnknownListing("therapist")));
    }

    private Mono<Profile> profile(Rated rated) {
        return practices
                .find(rated.therapist().practice())
                .map(practice -> new Profile(rated.therapist(), rated.rating(), practice.value()));
    }

    public Mono<Practice> practice(String slug) {
        return slug(slug)
                .map(practices::published)
                .orElseGet(Mono::empty)
                .switchIfEmpty(Mono.error(() -> new UnknownListing("practice")));
    }

    private Mono<Rated> published(String idOrSlug) {
        return id(idOrSlug)
                .map(therapists::published)
                .or(() -> slug(idOrSlug).map(therapists::published))
                .orElseGet(Mono::empty);
    }

    private static Optional<TherapistId> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(new TherapistId(id)) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Optional<Slug> slug(String text) {
        try {
            return Optional.of(new Slug(text));
        } catch (InvalidValue notASlug) {
            return Optional.empty();
        }
    }
}
