package org.bodywork.bookings.icalendar;

/** How much work one calendar may be, whatever its rules say. */
final class Budget {

    private long left;

    Budget(long steps) {
        this.left = steps;
    }

    /** @throws NoCalendar when it is used up */
    void spend() {
        if (left-- <= 0) {
            throw new NoCalendar("it says more than can be read");
        }
    }
}
