package org.bodywork.bookings.series.domain;

import org.bodywork.bookings.appointment.domain.Client;

/**
 * Who books a series.
 *
 * @param ref stands for whoever reads mail at the client's address
 * @param proven whether it was proven that the client is who they say
 */
public record Booker(Client client, String ref, boolean emailAgreed, boolean smsAgreed, boolean proven) {

    /** Shows nothing of anybody. */
    @Override
    public String toString() {
        return "a booker";
    }
}
