package org.bodywork.bookings.opening.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.OpenDay;

/**
 * One local date of an answer and its starts, in order; none on a day off. It is small to keep: a start is made when it is
 * shown.
 */
public final class ShownDay {

    private static final int OVERHEAD = 80;

    private final LocalDate date;
    private final ZoneId zone;
    private final long[] starts;

    private ShownDay(LocalDate date, ZoneId zone, long[] starts) {
        this.date = date;
        this.zone = zone;
        this.starts = starts;
    }

    static ShownDay of(OpenDay day, ZoneId zone) {
        return new ShownDay(
                day.date(),
                zone,
                day.starts().stream().mapToLong(ZonedDateTime::toEpochSecond).toArray());
    }

    public LocalDate date() {
        return date;
    }

    public boolean isEmpty() {
        return starts.length == 0;
    }

    /** In the zone of the place. */
    public Stream<ZonedDateTime> starts() {
        return Arrays.stream(starts)
                .mapToObj(start -> Instant.ofEpochSecond(start).atZone(zone));
    }

    /** About how many bytes it takes. */
    int weight() {
        return OVERHEAD + Long.BYTES * starts.length;
    }
}
