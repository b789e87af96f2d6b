package org.bodywork.therapists.schedule.application;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.listing.application.ChangedMeanwhile;
import org.bodywork.therapists.listing.application.EditTherapist;
import org.bodywork.therapists.listing.application.Editor;
import org.bodywork.therapists.listing.application.Practices;
import org.bodywork.therapists.listing.application.UnknownListing;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bodywork.therapists.listing.domain.Workplace;
import org.bodywork.therapists.schedule.application.ScheduleRejection.VisitsAffected;
import org.bodywork.therapists.schedule.domain.BookedVisit;
import org.bodywork.therapists.store.Versioned;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Reads and changes schedules. A change that would leave booked visits without hours is made only by somebody who names
 * all of them: the visits stay booked, and it is for staff to move them.
 */
public final class KeepSchedule {

    private static final int TRIES = 5;

    private final EditTherapist listings;
    private final Practices practices;
    private final BookedVisits visits;
    private final BusinessClock clock;

    public KeepSchedule(EditTherapist listings, Practices practices, BookedVisits visits, BusinessClock clock) {
        this.listings = listings;
        this.practices = practices;
        this.visits = visits;
        this.clock = clock;
    }

    /** Fails with {@link UnknownListing} for one whose schedule is not this editor's to keep, too. */
    public Mono<Versioned<Therapist>> find(TherapistId id, Editor by) {
        return Mono.defer(() -> listings.seenBy(by, id));
    }

    /**
     * Changes the version that was seen. Fails with {@link ChangedMeanwhile} when it is no longer the present one, with
     * {@link VisitsAffected}, and as finding does.
     *
     * @param accepted the affected visits that its maker knows of
     */
    public Mono<Versioned<Therapist>> replace(
            TherapistId id, Editor by, long seenVersion, ScheduleEdit edit, Set<UUID> accepted) {
        return find(id, by)
                .filter(known -> known.sequence() == seenVersion)
                .switchIfEmpty(Mono.error(ChangedMeanwhile::new))
                .flatMap(known -> change(known, edit, accepted));
    }

    /** As replacing, of whatever is the present version. */
    public Mono<Versioned<Therapist>> amend(TherapistId id, Editor by, ScheduleEdit edit, Set<UUID> accepted) {
        return find(id, by)
                .flatMap(known -> change(known, edit, accepted))
                .retryWhen(Retry.max(TRIES)
                        .filter(ChangedMeanwhile.class::isInstance)
                        .onRetryExhaustedThrow((_, last) -> last.failure()));
    }

    private Mono<Versioned<Therapist>> change(Versioned<Therapist> known, ScheduleEdit edit, Set<UUID> accepted) {
        return placesOf(known.value())
                .map(places -> edited(known.value(), edit, places))
                .flatMap(edited -> requireAccepted(known.value(), edited, accepted)
                        .then(Mono.defer(() -> listings.save(known, edited))));
    }

    private Mono<List<Workplace>> placesOf(Therapist therapist) {
        return practices
                .find(therapist.practice())
                .map(practice -> places(therapist, practice.value()))
                .defaultIfEmpty(therapist.workplaces());
    }

    private static List<Workplace> places(Therapist therapist, Practice practice) {
        Set<LocationId> own = therapist.workplaces().stream().map(Workplace::id).collect(Collectors.toSet());
        Stream<Workplace> others = practice.locations().stream()
                .filter(location -> location.zone().equals(therapist.zone()) && !own.contains(location.id()))
                .map(location -> Workplace.at(practice, location));
        return Stream.concat(therapist.workplaces().stream(), others).toList();
    }

    /** The first hours at another location of the practice make it a place of the therapist's. */
    private static Therapist edited(Therapist therapist, ScheduleEdit edit, List<Workplace> places) {
        Schedule schedule = edit.of(therapist, places);
        Set<LocationId> named = schedule.locations();
        List<Workplace> theirs = places.stream()
                .filter(place -> therapist.workplaces().contains(place) || named.contains(place.id()))
                .toList();
        return therapist.working(schedule, theirs);
    }

    private Mono<Void> requireAccepted(Therapist before, Therapist after, Set<UUID> accepted) {
        ZoneId zone = before.zone();
        return visits.of(before.id(), clock.now())
                .filter(visit -> visit.isTouchedBy(before.schedule(), after.schedule(), zone))
                .collectList()
                .filter(affected -> !affected.stream().map(BookedVisit::id).allMatch(accepted::contains))
                .flatMap(affected -> Mono.error(new VisitsAffected(affected, zone)));
    }
}
