package org.bodywork.therapists.importing.domain;

import java.util.List;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Practice;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/** One row of a file: a listing that can be saved as it is, or everything that is wrong with it. */
public sealed interface ImportRow {

    int line();

    /**
     * A listing to save.
     *
     * @param practice with the one location the row names
     * @param therapist none for a practice nobody has claimed yet
     */
    record Listing(int line, Practice practice, @Nullable ListedTherapist therapist) implements ImportRow {}

    /**
     * What cannot be saved.
     *
     * @param therapist whom it is about, as far as that can be read
     * @param mayBeAnybodys it may be about any therapist at all
     */
    record Refused(int line, List<Fault> faults, @Nullable TherapistId therapist, boolean mayBeAnybodys)
            implements ImportRow {

        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * A therapist and where they sign in.
     *
     * @param email where the therapist signs in; never shown
     */
    record ListedTherapist(Therapist therapist, EmailAddress email) {}
}
