package org.bodywork.therapists.account.application;

import java.util.List;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who shall be able to sign in.
 *
 * @param roles at least one
 * @param practice none for an operator, who belongs to no practice
 * @param therapist whose listing is this person's own
 */
public record Invitation(
        EmailAddress email,
        List<Role> roles,
        @Nullable PracticeId practice,
        @Nullable TherapistId therapist,
        Language language) {

    public Invitation {
        roles = List.copyOf(roles);
    }

    Account account() {
        return new Account(
                therapist == null ? AccountId.random() : AccountId.of(therapist),
                email,
                roles,
                practice,
                therapist,
                language);
    }
}
