package org.bodywork.bookings.opening.domain;

import java.util.List;

/** Whether therapist and room are free for a treatment at one place: looked up once, and asked of many starts. */
final class Diary {

    private final BusyTimes busy;
    private final CellRanges therapist;
    private final boolean roomNeeded;
    private final List<CellRanges> rooms;

    Diary(Listing listing, Treatment treatment, Workplace place, BusyTimes busy) {
        this.busy = busy;
        this.therapist = busy.of(Resource.therapist(listing.id()));
        this.roomNeeded = treatment.roomNeeded();
        this.rooms = treatment.suitableRooms(place).stream()
                .map(room -> busy.of(Resource.room(room)))
                .toList();
    }

    /**
     * Whether both are free.
     *
     * @param work with the buffer after it
     */
    boolean hasRoomFor(TimeSpan work) {
        return isTherapistFree(work) && hasFreeRoom(work);
    }

    boolean isTherapistFree(TimeSpan work) {
        return !therapist.touch(Cells.first(work), Cells.afterLast(work));
    }

    boolean hasFreeRoom(TimeSpan work) {
        if (!roomNeeded) {
            return true;
        }
        long first = Cells.first(work);
        long after = Cells.afterLast(work);
        for (CellRanges room : rooms) {
            if (!room.touch(first, after)) {
                return true;
            }
        }
        return false;
    }

    boolean isWithinLimits(Slot slot) {
        Listing listing = slot.listing();
        DayLimits limits = listing.rules().limits();
        return limits.isNone()
                || limits.allow(
                        slot.visit(), busy.visits(listing.id(), slot.start().toLocalDate()));
    }
}
