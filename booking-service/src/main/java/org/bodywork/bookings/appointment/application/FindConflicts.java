package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bodywork.bookings.appointment.application.StaffQuery.Position;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Conflict;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Hindrance;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds visits that stand where the listing, as it is by now, would not have them: under time off or a holiday, outside
 * changed hours, after the licence has lapsed. Time off is a rule and no claim, so it never moves a visit by itself.
 */
public final class FindConflicts {

    /** So much is looked at for one answer; where that is not all, the answer says where to go on. */
    private static final int MOST_LOOKED_AT = 300;

    private static final Set<Status> STANDING =
            EnumSet.of(Status.REQUESTED, Status.PROPOSED, Status.CONFIRMED, Status.CHECKED_IN);

    private final Appointments appointments;
    private final Listings listings;
    private final BusinessClock clock;

    public FindConflicts(Appointments appointments, Listings listings, BusinessClock clock) {
        this.appointments = appointments;
        this.listings = listings;
        this.clock = clock;
    }

    /**
     * Fails with {@link NotOffered} for somebody else's therapist.
     *
     * @param therapist only theirs; null for everybody the asking staff look after
     */
    public Mono<Found> find(StaffQuery query, @Nullable TherapistId therapist) {
        return therapist == null
                ? look(query, query.asking())
                : listings.byId(therapist)
                        .filter(query.asking()::mayPlan)
                        .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new))
                        .flatMap(_ -> look(
                                query, new Colleague.Therapist(query.asking().accountId(), therapist)));
    }

    /**
     * Visits that stand now and would not go with the listing as it is to become; so many are looked at as for any answer.
     *
     * @param then the same therapist's
     */
    public Mono<List<Conflict>> appearing(Colleague asking, Listing present, Listing then) {
        return Mono.defer(() -> {
            Instant now = clock.now();
            LocalDate today = now.atZone(present.zone()).toLocalDate();
            Colleague whose = new Colleague.Therapist(asking.accountId(), present.id());
            return appointments
                    .list(new StaffQuery(whose, today, null, STANDING, null, MOST_LOOKED_AT))
                    .filter(visit -> isStillToCome(visit, now) && asking.mayWorkOn(visit))
                    .map(visit -> new Conflict(visit, newReasons(visit, present, then, now)))
                    .filter(conflict -> !conflict.reasons().isEmpty())
                    .collectList();
        });
    }

    private static List<Hindrance> newReasons(Appointment visit, Listing present, Listing then, Instant now) {
        List<Hindrance> known = conflict(visit, present, now).reasons();
        return conflict(visit, then, now).reasons().stream()
                .filter(reason -> !known.contains(reason))
                .toList();
    }

    private Mono<Found> look(StaffQuery query, Colleague whose) {
        StaffQuery standing = new StaffQuery(whose, query.from(), query.to(), STANDING, query.after(), MOST_LOOKED_AT);
        return appointments.list(standing).collectList().flatMap(visits -> among(visits, query));
    }

    private Mono<Found> among(List<Appointment> visits, StaffQuery query) {
        List<Appointment> looked = visits.subList(0, Math.min(MOST_LOOKED_AT, visits.size()));
        Instant now = clock.now();
        Map<TherapistId, Mono<Listing>> known = new HashMap<>();
        return Flux.fromIterable(looked)
                .filter(visit -> isStillToCome(visit, now) && query.asking().mayWorkOn(visit))
                .concatMap(visit -> Flux.fromIterable(query.asking().answersFor(visit))
                        .concatMap(therapist -> known.computeIfAbsent(
                                        therapist, id -> listings.byId(id).cache())
                                .map(listing -> conflict(visit, listing, now).reasons()))
                        .collectList()
                        .map(reasons -> new Conflict(
                                visit,
                                reasons.stream()
                                        .flatMap(List::stream)
                                        .distinct()
                                        .toList())))
                .filter(conflict -> !conflict.reasons().isEmpty())
                .take(query.size() + 1L)
                .collectList()
                .map(conflicts -> found(conflicts, query.size(), looked, visits.size() > MOST_LOOKED_AT));
    }

    private static boolean isStillToCome(Appointment visit, Instant now) {
        return visit.statusAt(now).takesTime() && visit.state().visit().end().isAfter(now);
    }

    private static Conflict conflict(Appointment appointment, Listing listing, Instant now) {
        Visit visit = appointment.state().visit();
        Part theirs = visit.parts().stream()
                .filter(part -> part.therapist().equals(listing.id()))
                .findFirst()
                .orElseGet(visit::part);
        return new Conflict(
                appointment,
                new OpeningCalendar(listing, now)
                        .conflicts(theirs.treatment().asOffered(), visit.start(), visit.location()));
    }

    private static Found found(List<Conflict> conflicts, int size, List<Appointment> looked, boolean more) {
        if (conflicts.size() > size) {
            List<Conflict> shown = conflicts.subList(0, size);
            return new Found(shown, positionOf(shown.getLast().visit()));
        }
        return new Found(conflicts, more ? positionOf(looked.getLast()) : null);
    }

    private static Position positionOf(Appointment visit) {
        return new Position(visit.state().visit().start(), visit.id());
    }

    /**
     * A part of all conflicts, in order of start.
     *
     * @param next where to go on looking; null at the end
     */
    public record Found(List<Conflict> conflicts, @Nullable Position next) {

        public Found {
            conflicts = List.copyOf(conflicts);
        }
    }
}
