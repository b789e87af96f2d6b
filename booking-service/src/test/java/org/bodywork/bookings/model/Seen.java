package org.bodywork.bookings.model;

import java.time.Instant;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Wanted;

/** Clients and visits in the words of the model. */
final class Seen {

    private static final String NAMED = "Client ";

    private Seen() {}

    /** Two of a household read the same mail. */
    static Client client(int number) {
        return new Client(
                NAMED + number,
                new EmailAddress("household" + Notebook.contactOf(number) + "@example.com"),
                null,
                Language.EN,
                null);
    }

    /** As {@link OneVisit#describe}. */
    static String describe(Appointment appointment, Instant now) {
        AppointmentState state = appointment.state();
        Wanted wanted = state.wanted();
        boolean asked = wanted != null && wanted.expiresAt().isAfter(now);
        return OneVisit.describe(
                appointment.statusAt(now),
                state.visit().start(),
                wanted != null && asked ? wanted.visit().start() : null,
                Integer.parseInt(state.client().name().substring(NAMED.length())),
                !state.intakeNeeded(),
                state.reviewNeeded());
    }
}
