package org.bodywork.bookings.calendar;

/** There is no such calendar, or nobody may fetch it any more. */
final class NoFeed extends RuntimeException {
    NoFeed() {
        super("no such calendar", null, false, false);
    }
}
