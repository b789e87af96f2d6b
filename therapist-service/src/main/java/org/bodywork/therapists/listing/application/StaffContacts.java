package org.bodywork.therapists.listing.application;

import java.util.UUID;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import reactor.core.publisher.Flux;

/** Whom to write to about a listing. */
public interface StaffContacts {

    /** The therapist, and who manages the practice; none while nobody has an account. */
    Flux<Contact> of(TherapistId therapist, PracticeId practice);

    /** Where an account's messages go. */
    record Contact(UUID account, EmailAddress email, Language language) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "contact " + account;
        }
    }
}
