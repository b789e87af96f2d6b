package org.bodywork.bookings.opening.domain;

import java.util.List;

/** Whether therapist and room are free for a treatment at one place: looked up once, and asked of many starts. */
final class Diary {

    private final BusyTimes busy;
    private final BusyTimes.OfOne therapist;
    private final boolean roomNeeded;
    private final List<BusyTimes.OfOne> rooms;

    Diary(Listing listing, Treatment treatment, Workplace place, BusyTimes busy) {
        this.busy = busy;
        this.therapist = busy.of(Resource.therapist(listing.id()));
        this.roomNeeded = treatment.roomNeeded();
        this.rooms = treatment.suitableRooms(place).stream()
                .map(room -> busy.of(Resource.room(room)))
                .toList();
    }

    boolean isFree(Slot slot) {
        return isTherapistFree(slot) && hasFreeRoom(slot) && isWithinLimits(slot);
    }

    boolean isTherapistFree(Slot slot) {
        return therapist.isFree(slot.work());
    }

    boolean hasFreeRoom(Slot slot) {
        if (!roomNeeded) {
            return true;
        }
        TimeSpan work = slot.work();
        for (BusyTimes.OfOne room : rooms) {
            if (room.isFree(work)) {
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
