package org.bodywork.therapists.listing.application;

import java.util.UUID;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.TherapistId;
import reactor.core.publisher.Mono;

/** Whom to write to about a listing. */
public interface StaffContacts {

    /** The therapist's own account; none while they have none. */
    Mono<Contact> of(TherapistId therapist);

    /** Where an account's messages go. */
    record Contact(UUID account, EmailAddress email, Language language) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "contact " + account;
        }
    }
}
