package org.bodywork.bookings.appointment.application;

import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Visit;
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

    /** Those of the visit's therapists for whom they answer. */
    default Set<TherapistId> answersFor(Appointment appointment) {
        Visit visit = appointment.state().visit();
        return visit.therapists().stream()
                .filter(therapist -> looksAfter(therapist, visit.practice()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The appointment as it is for them to see: a therapist sees their own part's health data only. */
    default Appointment seen(Appointment appointment) {
        return appointment;
    }

    /** Whether what they write down is about the second person of a visit for two. */
    default boolean writesOfCompanion(Appointment appointment) {
        return seen(appointment) != appointment;
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

        @Override
        public Appointment seen(Appointment appointment) {
            return appointment.seenBy(therapist);
        }
    }
}
