package org.bodywork.bookings.handover.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.appointment.application.Modalities;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Candidate;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.Vocabulary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who else can give a visit: the same kind of massage and minutes, with a licence where the therapist who is away needs
 * one. First the same start, then the same practice, then what is nearest in time.
 */
public final class EqualSkill {

    /** So many are asked for their openings, those of the same practice first. */
    private static final int MOST_ASKED = 12;

    private final Candidates candidates;
    private final Modalities modalities;
    private final Listings listings;
    private final FreshOpenings openings;

    public EqualSkill(Candidates candidates, Modalities modalities, Listings listings, FreshOpenings openings) {
        this.candidates = candidates;
        this.modalities = modalities;
        this.listings = listings;
        this.openings = openings;
    }

    /**
     * Free at this moment, the best first; none where there is nobody.
     *
     * @param after they begin later than this
     */
    Mono<List<Found>> find(Visit visit, Instant after) {
        Part part = visit.part();
        return modalities
                .of(part.therapist(), part.treatment().id())
                .map(modality -> new Need(
                        Vocabulary.AREAS,
                        Set.of(modality),
                        Set.of(),
                        Set.of(),
                        Set.of(Math.toIntExact(part.treatment().length().toMinutes()))))
                .zipWith(listings.byId(part.therapist()))
                .flatMapMany(found -> others(found.getT1(), visit, found.getT2()))
                .concatMap(other -> starts(other, visit, after))
                .sort(Comparator.comparing((Found found) -> !found.start().equals(visit.start()))
                        .thenComparing(found -> !found.samePractice())
                        .thenComparing(found ->
                                Duration.between(visit.start(), found.start()).abs())
                        .thenComparing(found -> found.therapist().toString()))
                .collectList()
                .onErrorResume(NotOffered.class, _ -> Mono.just(List.of()));
    }

    private Flux<Other> others(Need need, Visit visit, Listing away) {
        Set<String> near = areasOf(away, visit);
        return Flux.fromStream(() -> candidates.meeting(need, null))
                .filter(candidate -> !candidate.therapist().equals(away.id()))
                .concatMap(candidate -> listings.byId(candidate.therapist())
                        .filter(listing -> isEqual(listing, away, visit))
                        .map(listing -> new Other(
                                listing,
                                need.metBy(candidate),
                                listing.practices().contains(visit.practice()),
                                candidate.areas().values().stream().anyMatch(near::contains))))
                .filter(other -> other.samePractice() || other.near())
                .sort(Comparator.comparing((Other other) -> !other.samePractice()))
                .take(MOST_ASKED);
    }

    private static boolean isEqual(Listing listing, Listing away, Visit visit) {
        LocalDate expires = listing.licenceExpires();
        boolean licensed = expires == null
                ? away.licenceExpires() == null
                : !expires.isBefore(visit.localStart().toLocalDate());
        return listing.published() && licensed;
    }

    /** Where the visit would have been; nowhere in particular for somebody who is not listed any more. */
    private Set<String> areasOf(Listing away, Visit visit) {
        Need anything = new Need(Vocabulary.AREAS, Set.of(), Set.of(), Set.of(), Set.of());
        return candidates
                .meeting(anything, null)
                .filter(candidate -> candidate.therapist().equals(away.id()))
                .map(Candidate::areas)
                .findFirst()
                .map(areas -> areas.containsKey(visit.location())
                        ? Set.of(areas.get(visit.location()))
                        : Set.copyOf(areas.values()))
                .orElse(Set.of());
    }

    private Flux<Found> starts(Other other, Visit visit, Instant after) {
        return Flux.fromIterable(other.treatments()).concatMap(option -> {
            Treatment treatment = other.listing().treatment(option.id());
            return openings.of(openings.around(visit.start(), other.listing(), treatment))
                    .flatMapIterable(
                            days -> days.starts().map(ZonedDateTime::toInstant).toList())
                    .filter(start -> start.isAfter(after))
                    .map(start -> new Found(
                            other.listing().id(),
                            treatment.id(),
                            start,
                            treatment.length().plus(treatment.buffer()),
                            other.samePractice()));
        });
    }

    private record Other(Listing listing, List<Candidate.Option> treatments, boolean samePractice, boolean near) {}

    /** Somebody who can, then. */
    record Found(TherapistId therapist, TreatmentId treatment, Instant start, Duration work, boolean samePractice) {

        /** Whether the therapist cannot do both. */
        boolean collidesWith(Hold held) {
            Part part = held.visit().part();
            return part.therapist().equals(therapist)
                    && start.isBefore(held.visit().end().plus(part.treatment().buffer()))
                    && held.visit().start().isBefore(start.plus(work));
        }
    }
}
