package org.bodywork.bookings.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.model.Outcome.Kind;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/** Whether a time can be had; each answer is what the first reason is called that speaks against it, or null. */
final class Permission {

    private final Notebook notes;
    private final RuleBook rules;

    Permission(Notebook notes, RuleBook rules) {
        this.notes = notes;
        this.rules = rules;
    }

    /** Every start on that date that anybody could have. */
    List<Instant> openings(int therapist, LocalDate date) {
        return rules.startsOn(notes.listing(therapist), date, notes.now()).stream()
                .filter(start -> againstTaking(notes.place(therapist, start), Set.of(), null, Kind.DONE) == null)
                .toList();
    }

    /** The rules first, then whoever is there already. */
    @Nullable Kind against(Place place, Set<Waiver> waived, @Nullable OneVisit moving, Outcome real) {
        if (!place.start().isAfter(notes.now())) {
            return Kind.PAST;
        }
        Listing listing = notes.listing(place.therapist());
        return rules.allow(listing, place.start(), waived, notes.now())
                ? againstTaking(place, waived, moving, real.kind())
                : notAnOpening(place, moving);
    }

    /** Of a day that is full and a time that is taken either may be told: it depends on what was looked at first. */
    private @Nullable Kind againstTaking(Place place, Set<Waiver> waived, @Nullable OneVisit moving, Kind told) {
        boolean bound = !waived.contains(Waiver.LIMITS);
        DayLoad day = new DayLoad(notes.worked(place, moving));
        boolean full = bound
                && !day.hasRoomFor(
                        place, notes.listing(place.therapist()).rules().limits());
        if (!isFree(place, moving)) {
            return full && told != Kind.TAKEN ? notAnOpening(place, moving) : Kind.TAKEN;
        }
        return full ? notAnOpening(place, moving) : null;
    }

    /** Where the therapist is busy with something else, that is the reason to be given. */
    private Kind notAnOpening(Place place, @Nullable OneVisit moving) {
        return isBusy(place.therapist(), place.visit(), moving) ? Kind.TAKEN : Kind.NOT_AN_OPENING;
    }

    private boolean isFree(Place place, @Nullable OneVisit moving) {
        return !isBusy(place.therapist(), place.work(), moving)
                && (!needsRoom(place) || !freeRooms(place, moving).isEmpty())
                && clientIsFree(place, moving);
    }

    boolean isBusy(int therapist, TimeSpan span, @Nullable OneVisit moving) {
        return notes.taken(moving).anyMatch(other -> other.therapist() == therapist && other.worksDuring(span));
    }

    boolean clientIsFree(Place place, @Nullable OneVisit moving) {
        return notes.taken(moving).noneMatch(place::sharesPersonWith);
    }

    /** Any free room is right, where one is needed. */
    boolean isRightRoom(Place place, @Nullable String given, @Nullable OneVisit moving) {
        return needsRoom(place) ? freeRooms(place, moving).contains(given) : given == null;
    }

    private boolean needsRoom(Place place) {
        return notes.listing(place.therapist()).treatments().getFirst().roomNeeded();
    }

    private List<String> freeRooms(Place place, @Nullable OneVisit moving) {
        return notes.listing(place.therapist()).workplaces().getFirst().rooms().stream()
                .map(Room::name)
                .filter(room -> notes.taken(moving)
                        .noneMatch(other -> room.equals(other.room()) && other.worksDuring(place.work())))
                .toList();
    }
}
