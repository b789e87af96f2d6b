package org.bodywork.bookings;

import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

/** A therapist told apart by what clients choose by, always in the zone of Chicago. */
record SomebodyWho(TherapistInTown therapist, String area, int minutes, String condition, String gender) {

    static SomebodyWho works(String area, int minutes) {
        return new SomebodyWho(bookedInstantly(), area, minutes, "back-pain", "woman");
    }

    SomebodyWho helping(String other) {
        return new SomebodyWho(therapist, area, minutes, other, gender);
    }

    SomebodyWho being(String other) {
        return new SomebodyWho(therapist, area, minutes, condition, other);
    }

    SomebodyWho withdrawn() {
        return new SomebodyWho(therapist.withdrawn(1), area, minutes, condition, gender);
    }

    boolean isPublished() {
        return therapist.status().equals("PUBLISHED");
    }

    String id() {
        return therapist.id();
    }

    String json() {
        return therapist
                .json()
                .replace("\"maplewood\"", '"' + area + '"')
                .replace("\"minutes\": 60", "\"minutes\": " + minutes)
                .replace(
                        "\"conditions\": []",
                        "\"conditions\": [{\"condition\": \"%s\", \"years\": 9}], \"gender\": \"%s\""
                                .formatted(condition, gender));
    }
}
