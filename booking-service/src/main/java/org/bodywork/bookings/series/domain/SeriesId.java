package org.bodywork.bookings.series.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AppointmentId;

/** Names a series. Whatever is kept for it is named after it, so that a step done twice is done once. */
public record SeriesId(UUID value) {

    public static SeriesId of(String text) {
        return new SeriesId(UUID.fromString(text));
    }

    /**
     * What the time kept for one of its dates is called.
     *
     * @param choice 0 for the date itself, else the number of an alternative
     */
    public AppointmentId holdOf(int number, int choice) {
        String name = "series|" + value + "|" + number + "|" + choice;
        return new AppointmentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
