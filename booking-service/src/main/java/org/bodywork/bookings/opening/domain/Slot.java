package org.bodywork.bookings.opening.domain;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A treatment at a time and place where a therapist could give it. */
public record Slot(Listing listing, Treatment treatment, Workplace workplace, ZonedDateTime start) {

    /** The visit itself, as the client lives it. */
    public TimeSpan visit() {
        return new TimeSpan(start.toInstant(), end());
    }

    /** The visit and the buffer after it, as therapist and room live it. */
    public TimeSpan work() {
        return new TimeSpan(start.toInstant(), end().plus(treatment.buffer()));
    }

    public Instant end() {
        return start.toInstant().plus(treatment.length());
    }

    /** The rooms any of which would do; none when the treatment needs no room. */
    public List<Room> suitableRooms() {
        return treatment.suitableRooms(workplace);
    }

    /** Whether both can be given side by side: at one place, and each in a free room of its own where it needs one. */
    public boolean goesWith(Slot other, BusyTimes busy) {
        if (!workplace.id().equals(other.workplace.id())) {
            return false;
        }
        List<Room> rooms = freeRooms(busy);
        List<Room> others = other.freeRooms(busy);
        if ((treatment.roomNeeded() && rooms.isEmpty()) || (other.treatment.roomNeeded() && others.isEmpty())) {
            return false;
        }
        return rooms.isEmpty() || !rooms.equals(others) || rooms.size() > 1;
    }

    private List<Room> freeRooms(BusyTimes busy) {
        return suitableRooms().stream()
                .filter(room -> busy.isFree(Resource.room(room), work()))
                .toList();
    }

    public boolean isFree(BusyTimes busy) {
        return isFree(busy, Set.of());
    }

    /** For staff, who may set the limits of the day aside. */
    public boolean isFree(BusyTimes busy, Set<Waiver> waived) {
        Diary diary = diary(busy);
        return diary.hasRoomFor(work()) && (waived.contains(Waiver.LIMITS) || diary.isWithinLimits(this));
    }

    List<Hindrance> hindrancesBy(BusyTimes busy) {
        Diary diary = diary(busy);
        List<Hindrance> found = new ArrayList<>();
        if (!diary.isTherapistFree(work())) {
            found.add(Hindrance.THERAPIST_BUSY);
        }
        if (!diary.hasFreeRoom(work())) {
            found.add(Hindrance.NO_ROOM_FREE);
        }
        if (!diary.isWithinLimits(this)) {
            found.add(Hindrance.DAY_LIMITS);
        }
        return found;
    }

    private Diary diary(BusyTimes busy) {
        return new Diary(listing, treatment, workplace, busy);
    }
}
