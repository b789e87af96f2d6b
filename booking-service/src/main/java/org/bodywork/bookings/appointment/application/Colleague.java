package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;

/** A member of staff, and whose appointments are theirs to see and change. */
public sealed interface Colleague {

    String accountId();

    boolean mayWorkOn(Appointment appointment);

    boolean looksAfter(TherapistId someone, PracticeId somewhere);

    default boolean mayPlan(Listing listing) {
        return looksAfter(listing.id(), listing.practice());
    }

    default Actor actor() {
        return Actor.staff(accountId());
    }

    /** Looks after all appointments of the practice. */
    record PracticeLead(String accountId, PracticeId practice) implements Colleague {
        @Override
        public boolean mayWorkOn(Appointment appointment) {
            return appointment.state().visit().practice().equals(practice);
        }

        @Override
        public boolean looksAfter(TherapistId someone, PracticeId somewhere) {
            return somewhere.equals(practice);
        }
    }

    /** Looks after their own visits. */
    record Therapist(String accountId, TherapistId therapist) implements Colleague {
        @Override
        public boolean mayWorkOn(Appointment appointment) {
            return appointment.state().visit().parts().stream()
                    .anyMatch(part -> part.therapist().equals(therapist));
        }

        @Override
        public boolean looksAfter(TherapistId someone, PracticeId somewhere) {
            return someone.equals(therapist);
        }
    }
}
