package org.bodywork.bookings.appointment.application;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Limit;

/**
 * How much one visitor may take at once.
 *
 * @param holdsPerBrowser holds that one browser has open
 * @param holdsPerAddress holds that one network address has open
 * @param openRequestsPerContact requests of one email address that wait for an answer
 * @param bookingsPerContactADay bookings that one email address makes on a date
 */
public record BookingLimits(
        int holdsPerBrowser, int holdsPerAddress, int openRequestsPerContact, int bookingsPerContactADay) {

    public BookingLimits {
        if (Stream.of(holdsPerBrowser, holdsPerAddress, openRequestsPerContact, bookingsPerContactADay)
                .anyMatch(limit -> limit < 1)) {
            throw new IllegalArgumentException("a limit must be 1 or more");
        }
    }

    List<Limit> onHolds(Visitor visitor) {
        return List.of(
                Limit.onHoldsOfBrowser(visitor.browser(), holdsPerBrowser),
                Limit.onHoldsOfAddress(visitor.address(), holdsPerAddress));
    }

    List<Limit> onBookings(ClientMarks contact, LocalDate today, boolean instant) {
        Limit aDay = Limit.onBookings(contact, today, bookingsPerContactADay);
        return instant ? List.of(aDay) : List.of(aDay, Limit.onOpenRequests(contact, openRequestsPerContact));
    }

    /** Who holds time, by keyed hashes of the browser's own token and of the network address. */
    public record Visitor(String browser, String address) {}
}
