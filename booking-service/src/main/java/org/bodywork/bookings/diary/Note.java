package org.bodywork.bookings.diary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of the last form of a visit's page; the names are keys of sentences. */
enum Note {
    NONE,
    DONE,
    CHANGED,
    EARLY,
    BOOKED,
    RESENT,
    NOT_RESENT,
    RESEND_AWAY;

    /** Nothing for whatever else is written into an address. */
    static Note of(@Nullable String given) {
        for (Note note : values()) {
            if (note.inAddress().equals(given)) {
                return note;
            }
        }
        return NONE;
    }

    String inAddress() {
        return name().toLowerCase(Locale.ROOT);
    }
}
