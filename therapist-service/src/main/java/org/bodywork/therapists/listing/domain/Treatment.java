package org.bodywork.therapists.listing.domain;

import org.jspecify.annotations.Nullable;

/**
 * What can be booked.
 *
 * @param externalId what the practice's own files call it; none when it was made here
 * @param minutes hands-on time, on the five-minute grid
 * @param bufferMinutes kept free afterwards for the therapist and the room, on the same grid
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
        Clients clients) {

    private static final int LONGEST_MINUTES = 8 * 60;
    private static final int LONGEST_BUFFER = 2 * 60;

    public Treatment {
        Wording.name(name);
        Treatment.requireMinutes(minutes);
        Treatment.requireBuffer(bufferMinutes);
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

    Treatment bookableBy(Clients who) {
        return new Treatment(id, externalId, name, modality, minutes, price, bufferMinutes, roomNeeded, who);
    }
}
