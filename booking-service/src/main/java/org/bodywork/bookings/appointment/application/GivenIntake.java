package org.bodywork.bookings.appointment.application;

/**
 * A form as it is handed in; it fits the form's schema.
 *
 * @param form its version
 * @param answers JSON
 * @param redFlag whether the therapist has to read the answers before a visit is agreed on
 * @param urgent whether the client should see a doctor at once
 */
public record GivenIntake(String form, String answers, boolean redFlag, boolean urgent) {

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "an intake";
    }
}
