package org.bodywork.bookings.appointment.domain;

import java.util.List;

/**
 * Who of the staff may answer what a client asked for with a link of their own, besides whoever is signed in.
 *
 * @param version of the appointment when the client asked: another wish has another
 * @param accounts of the therapist and of those who lead the practice, as they were then
 */
public record Asked(long version, List<String> accounts) {

    public Asked {
        accounts = List.copyOf(accounts);
    }
}
