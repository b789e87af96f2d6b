package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Treated;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be treated at the same time as the client, by whom.
 *
 * @param email where they are told of the visit themselves; null where only the client is
 * @param intake the form, answered already
 */
public record CompanionRequest(
        String name,
        @Nullable EmailAddress email,
        Treated treated,
        @Nullable GivenIntake intake) {

    boolean raisesRedFlag() {
        return intake != null && intake.redFlag();
    }
}
