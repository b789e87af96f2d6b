package org.bodywork.therapists.account.domain;

import java.util.List;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param email no two accounts have the same
 * @param practice none for an operator, who belongs to no practice
 * @param therapist the listing that is this person's own, where there is one
 * @param language for the messages we send them
 */
public record Account(
        AccountId id,
        EmailAddress email,
        List<Role> roles,
        @Nullable PracticeId practice,
        @Nullable TherapistId therapist,
        Language language) {

    private static final Language ENGLISH = new Language("en");

    public Account {
        roles = List.copyOf(roles);
    }

    public static Account ofTherapist(TherapistId therapist, PracticeId practice, EmailAddress email) {
        return new Account(AccountId.of(therapist), email, List.of(Role.THERAPIST), practice, therapist, ENGLISH);
    }

    public static Account ofFirstOperator(EmailAddress email) {
        return new Account(AccountId.FIRST_OPERATOR, email, List.of(Role.OPERATOR), null, null, ENGLISH);
    }
}
