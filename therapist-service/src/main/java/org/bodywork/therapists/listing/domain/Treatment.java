package org.bodywork.therapists.listing.domain;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be booked.
 *
 * @param externalId what the practice's own files call it; none when it was made here
 * @param minutes hands-on time, on the five-minute grid
 * @param bufferMinutes kept free afterwards for the therapist and the room, on the same grid
 * @param rooms names of the rooms any of which would do; none named, then any room of the place would
 */
public record Treatment(
        TreatmentId id,
        @Nullable Slug externalId,
        String name,
        Modality modality,
        int minutes,
        Money price,
        int bufferMinutes,
        boolean roomNeeded,
        List<String> rooms,
        Clients clients) {

    private static final int LONGEST_MINUTES = 8 * 60;
    private static final int LONGEST_BUFFER = 2 * 60;

    public Treatment {
        Wording.name(name);
        Treatment.requireMinutes(minutes);
        Treatment.requireBuffer(bufferMinutes);
        rooms = List.copyOf(rooms);
        Treatment.requireRooms(roomNeeded, rooms);
    }

    public static void requireRooms(boolean roomNeeded, List<String> rooms) {
        Repeated.refuse(rooms, "room");
        if (!roomNeeded && !rooms.isEmpty()) {
            throw new InvalidValue("names rooms although it needs none");
        }
    }

    /** One of the rooms that there are at the place, or places, it is given at. */
    public static String requireOneOf(Collection<String> known, String room) {
        if (!known.contains(room)) {
            throw new InvalidValue("'" + Wording.shortened(room) + "' is no room of the location");
        }
        return room;
    }

    public static void requireMinutes(int minutes) {
        if (minutes < GridTime.MINUTES || minutes > LONGEST_MINUTES || !GridTime.holds(minutes)) {
            throw new InvalidValue("minutes must be a multiple of 5 from 5 to " + LONGEST_MINUTES);
        }
    }

    public static void requireBuffer(int minutes) {
        if (minutes < 0 || minutes > LONGEST_BUFFER || !GridTime.holds(minutes)) {
            throw new InvalidValue("the buffer must be a multiple of 5 from 0 to " + LONGEST_BUFFER);
        }
    }

    /** As listed anew: who may book it stays, and so do its rooms where none are said. */
    Treatment relisted(Treatment listed) {
        return new Treatment(
                id,
                listed.externalId,
                listed.name,
                listed.modality,
                listed.minutes,
                listed.price,
                listed.bufferMinutes,
                listed.roomNeeded,
                listed.roomNeeded && listed.rooms.isEmpty() ? rooms : listed.rooms,
                clients);
    }
}
