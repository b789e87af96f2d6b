package org.bodywork.bookings.series.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;

/**
 * Visits at a regular distance: so many, from that date on, always around the same time on the wall clock of the place.
 *
 * @param everyDays the distance in local days, so that the weekday and the time stay when clocks change
 * @param orAnother whether another therapist who gives the same may take the place of this one on a date
 */
public record SeriesWish(
        TherapistId therapist,
        TreatmentId treatment,
        LocalDate first,
        int count,
        int everyDays,
        LocalTime around,
        boolean orAnother) {

    /** One visit is no series. */
    public static final int FEWEST = 2;

    /** A quarter of weekly visits: further ahead, neither a client's course nor a therapist's calendar is known. */
    public static final int MOST = 12;

    /** A quarter of a year. */
    public static final int LONGEST_DISTANCE = 91;

    public SeriesWish {
        if (count < FEWEST || count > MOST) {
            throw new IllegalArgumentException("a series has 2 to 12 visits");
        }
        if (everyDays < 1 || everyDays > LONGEST_DISTANCE) {
            throw new IllegalArgumentException("the visits of a series are 1 to 91 days apart");
        }
    }

    public List<LocalDate> dates() {
        return IntStream.range(0, count)
                .mapToObj(turn -> first.plusDays((long) turn * everyDays))
                .toList();
    }
}
