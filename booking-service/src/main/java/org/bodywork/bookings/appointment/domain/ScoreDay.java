package org.bodywork.bookings.appointment.domain;

import java.util.Arrays;
import java.util.Optional;

/** When a client is asked how they are after a visit. */
public enum ScoreDay {
    FIRST(1),
    THIRD(3);

    private final int days;

    ScoreDay(int days) {
        this.days = days;
    }

    /** How many days after the visit. */
    public int days() {
        return days;
    }

    public static Optional<ScoreDay> after(int days) {
        return Arrays.stream(values()).filter(day -> day.days == days).findFirst();
    }
}
