package org.bodywork.therapists.account.domain;

import java.util.List;
import java.util.Objects;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param email no two accounts have the same
 * @param roles empty once the account has ended
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

    public boolean maySignIn() {
        return !roles.isEmpty();
    }

    /** Operators keep every account, managers those of their practice. */
    public boolean mayKeep(Account other) {
        return roles.contains(Role.OPERATOR) || (other.practice != null && keepsAccountsOf(other.practice));
    }

    /** Whether colleagues of that practice can be invited and ended by this one. */
    public boolean keepsAccountsOf(PracticeId house) {
        return roles.contains(Role.OPERATOR) || (roles.contains(Role.MANAGER) && house.equals(practice));
    }

    public Account ended() {
        return acting(List.of());
    }

    public Account acting(List<Role> newRoles) {
        return new Account(id, email, newRoles, practice, therapist, language);
    }

    /**
     * This account as a file of listings now names its therapist. What was decided about roles stays, the end of the
     * account too, but counts for one practice only: elsewhere the therapist begins anew.
     */
    public Account relisted(Account listed) {
        return new Account(
                id,
                listed.email,
                Objects.equals(practice, listed.practice) ? roles : listed.roles,
                listed.practice,
                listed.therapist,
                language);
    }

    public static Account ofTherapist(TherapistId therapist, PracticeId practice, EmailAddress email) {
        return new Account(AccountId.of(therapist), email, List.of(Role.THERAPIST), practice, therapist, ENGLISH);
    }

    public static Account ofFirstOperator(EmailAddress email) {
        return new Account(AccountId.FIRST_OPERATOR, email, List.of(Role.OPERATOR), null, null, ENGLISH);
    }
}
