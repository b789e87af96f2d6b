package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.model.Command.Answers;
import org.bodywork.bookings.model.Outcome.Kind;
import org.jspecify.annotations.Nullable;

/** A visit, and what each side may do to it; who has which time is not asked here. */
final class OneVisit {

    private static final Duration LINK_READS_FOR = Duration.ofDays(30);

    /** A time that one side asks the other for. */
    private record Wanted(Place place, Actor.Kind by, Instant until) {

        Wanted at(Place changed) {
            return new Wanted(changed, by, until);
        }
    }

    /** The last step in its life: whoever does just that once more is told it is done. */
    private record Deed(String name, Actor.Kind by) {}

    private Place place;
    private Status status;
    private @Nullable Instant until;
    private @Nullable Wanted wanted;
    private Deed last;
    private boolean answered;
    private boolean toBeReviewed;

    /** The date on which it counts as a booking that its client made; none for what staff book. */
    private @Nullable LocalDate countsOn;

    private OneVisit(Place place, Status status, Actor.Kind by) {
        this.place = place;
        this.status = status;
        this.last = new Deed("BOOKED", by);
    }

    private OneVisit(OneVisit other) {
        this(other.place, other.status, other.last.by);
        until = other.until;
        wanted = other.wanted;
        last = other.last;
        answered = other.answered;
        toBeReviewed = other.toBeReviewed;
        countsOn = other.countsOn;
    }

    /**
     * Booked by the client in person.
     *
     * @param patience how long it waits for an answer; null where none is needed
     */
    static OneVisit booked(Place place, @Nullable Instant patience, Answers answers, LocalDate today) {
        OneVisit visit = new OneVisit(place, patience == null ? Status.CONFIRMED : Status.REQUESTED, Actor.Kind.CLIENT);
        visit.until = patience;
        visit.answered = answers != Answers.NONE;
        visit.toBeReviewed = answers == Answers.RED_FLAG;
        visit.countsOn = today;
        return visit;
    }

    static OneVisit bookedByStaff(Place place) {
        return new OneVisit(place, Status.CONFIRMED, Actor.Kind.STAFF);
    }

    OneVisit copy() {
        return new OneVisit(this);
    }

    Place place() {
        return place;
    }

    Status statusAt(Instant now) {
        Instant end = until;
        return status.isOpen() && end != null && !end.isAfter(now) ? Status.EXPIRED : status;
    }

    private @Nullable Wanted wantedAt(Instant now) {
        Wanted asked = wanted;
        return asked != null && asked.until.isAfter(now) ? asked : null;
    }

    /** Whether that side asks already to move there. */
    boolean asks(Actor.Kind by, Instant start, Instant now) {
        Wanted asked = wantedAt(now);
        return asked != null && asked.by == by && asked.place.start().equals(start);
    }

    private @Nullable Place askedOf(Actor.Kind side, Instant now) {
        Wanted asked = wantedAt(now);
        return asked != null && asked.by != side ? asked.place : null;
    }

    /** All time it has, that asked for included. */
    Stream<Place> places(Instant now) {
        Stream<Place> own = statusAt(now).takesTime() ? Stream.of(place) : Stream.of();
        return Stream.concat(own, Stream.ofNullable(wantedAt(now)).map(Wanted::place));
    }

    String describe(Instant now) {
        Wanted asked = wantedAt(now);
        return describe(
                statusAt(now),
                place.start(),
                asked == null ? null : asked.place.start(),
                place.client(),
                answered,
                toBeReviewed);
    }

    /** What a visit looks like from outside. */
    static String describe(
            Status status,
            Instant start,
            @Nullable Instant wanted,
            @Nullable Integer client,
            boolean answered,
            boolean toBeReviewed) {
        return "%s %s%s of %s%s%s"
                .formatted(
                        status,
                        start,
                        wanted == null ? "" : " or " + wanted,
                        client,
                        answered ? ", answered" : "",
                        toBeReviewed ? ", to be reviewed" : "");
    }

    boolean countsOn(LocalDate date) {
        return date.equals(countsOn);
    }

    /** Whether it is one of the requests that its client waits for. */
    boolean isOpenRequest(Instant now) {
        return countsOn != null && statusAt(now).isOpen();
    }

    boolean isStillRead(Instant now) {
        return now.isBefore(place.end().plus(LINK_READS_FOR));
    }

    void expire(Instant now) {
        if (statusAt(now) != status) {
            become(Status.EXPIRED, "EXPIRED", Actor.Kind.SYSTEM);
        } else if (wanted != null && wantedAt(now) == null) {
            become(status, "MOVE_REFUSED", Actor.Kind.SYSTEM);
        }
    }

    Kind accept(Actor.Kind by, Instant now) {
        if (hasJust("ACCEPTED", Status.CONFIRMED, by) || hasJust("MOVED", Status.CONFIRMED, by)) {
            return Kind.DONE;
        }
        Place asked = askedOf(by, now);
        if (asked != null) {
            return moveTo(asked, null, by);
        }
        if (statusAt(now) != answeredBy(by)) {
            return Kind.STATE;
        }
        toBeReviewed &= by != Actor.Kind.STAFF;
        return become(Status.CONFIRMED, "ACCEPTED", by);
    }

    Kind decline(Actor.Kind by, Instant now) {
        if (hasJust("DECLINED", Status.DECLINED, by) || hasJust("MOVE_REFUSED", Status.CONFIRMED, by)) {
            return Kind.DONE;
        }
        if (askedOf(by, now) != null) {
            return become(Status.CONFIRMED, "MOVE_REFUSED", by);
        }
        return statusAt(now) == answeredBy(by) ? become(Status.DECLINED, "DECLINED", by) : Kind.STATE;
    }

    private static Status answeredBy(Actor.Kind by) {
        return by == Actor.Kind.STAFF ? Status.REQUESTED : Status.PROPOSED;
    }

    Kind cancelByClient(Instant now) {
        if (hasJust("CANCELLED", Status.CANCELLED_BY_CLIENT, Actor.Kind.CLIENT)) {
            return Kind.DONE;
        }
        return statusAt(now).takesTime() && now.isBefore(place.start())
                ? become(Status.CANCELLED_BY_CLIENT, "CANCELLED", Actor.Kind.CLIENT)
                : Kind.STATE;
    }

    Kind cancelByStaff(Instant now) {
        if (hasJust("CANCELLED", Status.CANCELLED_BY_THERAPIST, Actor.Kind.STAFF)) {
            return Kind.DONE;
        }
        return status.isAgreed() && now.isBefore(place.end())
                ? become(Status.CANCELLED_BY_THERAPIST, "CANCELLED", Actor.Kind.STAFF)
                : Kind.STATE;
    }

    /**
     * The client has come.
     *
     * @param dayBegins when the local date of the visit does
     */
    Kind checkIn(Instant dayBegins, Instant now) {
        return attend(Status.CONFIRMED, Status.CHECKED_IN, "CHECKED_IN", dayBegins, now);
    }

    Kind complete(Instant now) {
        return attend(Status.CHECKED_IN, Status.COMPLETED, "COMPLETED", place.start(), now);
    }

    Kind noShow(Instant now) {
        return attend(Status.CONFIRMED, Status.NO_SHOW, "MARKED_NO_SHOW", place.start(), now);
    }

    private Kind attend(Status from, Status to, String deed, Instant earliest, Instant now) {
        if (hasJust(deed, to, Actor.Kind.STAFF)) {
            return Kind.DONE;
        }
        if (statusAt(now) != from) {
            return Kind.STATE;
        }
        return now.isBefore(earliest) ? Kind.TOO_EARLY : become(to, deed, Actor.Kind.STAFF);
    }

    Kind answer(Answers answers, Instant now) {
        if (!statusAt(now).takesTime() || !now.isBefore(place.end())) {
            return Kind.STATE;
        }
        answered = true;
        toBeReviewed = answers == Answers.RED_FLAG;
        return Kind.DONE;
    }

    /** It turns out to be another client's, who did not book it where that is another contact. */
    void turnOutToBeOf(int client) {
        Integer before = place.client();
        countsOn = before != null && Notebook.isSameContact(before, client) ? countsOn : null;
        place = place.of(client);
        Wanted asked = wanted;
        wanted = asked == null ? null : asked.at(asked.place.of(client));
    }

    Kind propose(Place there, Instant patience) {
        place = there;
        become(Status.PROPOSED, "PROPOSED", Actor.Kind.STAFF);
        until = patience;
        return Kind.DONE;
    }

    Kind moveTo(Place there, @Nullable Instant patience, Actor.Kind by) {
        place = there;
        become(status, "MOVED", by);
        until = patience;
        return Kind.DONE;
    }

    Kind ask(Place there, Actor.Kind by, Instant patience) {
        become(status, "MOVE_ASKED", by);
        wanted = new Wanted(there, by, patience);
        return Kind.DONE;
    }

    /** Which of several free rooms the time has that it was given last. */
    void take(@Nullable String room) {
        Wanted asked = wanted;
        if (asked == null) {
            place = place.in(room);
        } else {
            wanted = asked.at(asked.place.in(room));
        }
    }

    private Kind become(Status next, String deed, Actor.Kind by) {
        status = next;
        until = null;
        wanted = null;
        last = new Deed(deed, by);
        return Kind.DONE;
    }

    private boolean hasJust(String deed, Status reached, Actor.Kind by) {
        return status == reached && last.equals(new Deed(deed, by));
    }
}
