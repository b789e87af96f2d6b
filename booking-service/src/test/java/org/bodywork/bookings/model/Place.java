package org.bodywork.bookings.model;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Time of a therapist, perhaps of a room and of a client.
 *
 * @param end when the client leaves
 * @param workEnd when therapist and room are done, too
 */
record Place(
        int therapist,
        Instant start,
        Instant end,
        Instant workEnd,
        @Nullable String room,
        @Nullable Integer client) {

    /** A treatment of nobody yet. */
    static Place of(Treatment treatment, int therapist, Instant start) {
        Instant end = start.plus(treatment.length());
        return new Place(therapist, start, end, end.plus(treatment.buffer()), null, null);
    }

    /** Time of the therapist's alone. */
    static Place blocked(int therapist, Instant from, Duration length) {
        return new Place(therapist, from, from.plus(length), from.plus(length), null, null);
    }

    Place at(Instant other) {
        Duration later = Duration.between(start, other);
        return new Place(therapist, other, end.plus(later), workEnd.plus(later), null, client);
    }

    Place of(int someone) {
        return new Place(therapist, start, end, workEnd, room, someone);
    }

    Place in(@Nullable String given) {
        return new Place(therapist, start, end, workEnd, given, client);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    TimeSpan visit() {
        return new TimeSpan(start, end);
    }

    TimeSpan work() {
        return new TimeSpan(start, workEnd);
    }

    boolean worksDuring(TimeSpan span) {
        return start.isBefore(span.until()) && span.from().isBefore(workEnd);
    }

    boolean sharesPersonWith(Place other) {
        return client != null && client.equals(other.client) && start.isBefore(other.end) && other.start.isBefore(end);
    }

    boolean clashesWith(Place other) {
        boolean sameRoom = room != null && room.equals(other.room);
        return ((therapist == other.therapist || sameRoom) && worksDuring(other.work())) || sharesPersonWith(other);
    }
}
