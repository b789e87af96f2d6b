package org.bodywork.bookings.appointment.domain;

/**
 * Which of the visits that were booked together it is.
 *
 * @param series the id of the series
 * @param number from 1, in order of time
 * @param of how many were booked together
 */
public record SeriesPlace(String series, int number, int of) {

    /** A series is one booking of its contact's; this one stands for all. */
    public boolean countsForAll() {
        return number == 1;
    }
}
