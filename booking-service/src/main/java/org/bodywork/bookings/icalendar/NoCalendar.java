package org.bodywork.bookings.icalendar;

/** A text that cannot be taken for a calendar, or one that would take too long to read. */
public final class NoCalendar extends RuntimeException {

    NoCalendar(String reason) {
        super(reason, null, false, false);
    }
}
