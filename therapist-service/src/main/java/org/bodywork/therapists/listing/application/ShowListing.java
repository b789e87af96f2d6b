package org.bodywork.therapists.listing.application;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.store.Dated;
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
    public Mono<Dated<Profile>> therapist(String idOrSlug) {
        return published(idOrSlug)
                .flatMap(this::profile)
                .switchIfEmpty(Mono.error(() -> new UnknownListing("therapist")));
    }

    /** It shows both, so it changes when either does. */
    private Mono<Dated<Profile>> profile(Dated<Rated> found) {
        Rated rated = found.value();
        return practices
                .dated(rated.therapist().practice())
                .map(practice -> new Dated<>(
                        new Profile(rated.therapist(), rated.rating(), practice.value()),
                        Collections.max(List.of(found.changedAt(), practice.changedAt()))));
    }

    public Mono<Dated<Practice>> practice(String slug) {
        return slug(slug)
                .map(practices::published)
                .orElseGet(Mono::empty)
                .switchIfEmpty(Mono.error(() -> new UnknownListing("practice")));
    }

    private Mono<Dated<Rated>> published(String idOrSlug) {
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
