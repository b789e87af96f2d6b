package org.bodywork.bookings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates and moments as they come in queries: only such as anybody could book, so that no calculation overflows. */
public final class QueryDates {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private QueryDates() {}

    /**
     * An ISO date such as 2026-12-01.
     *
     * @throws DateTimeException when it is none, or of another millennium
     */
    public static LocalDate date(String text) {
        return within(LocalDate.parse(text));
    }

    /**
     * An ISO instant.
     *
     * @throws DateTimeException when it is none, or of another millennium
     */
    public static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        within(moment.atZone(ZoneOffset.UTC).toLocalDate());
        return moment;
    }

    private static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new DateTimeException("not a date that anybody books");
        }
        return date;
    }
}
