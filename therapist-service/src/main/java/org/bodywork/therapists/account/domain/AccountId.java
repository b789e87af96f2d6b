package org.bodywork.therapists.account.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.bodywork.therapists.listing.domain.TherapistId;

/** Says nothing of the person: it travels in the clear. */
public record AccountId(UUID value) {

    /** The account of whoever runs this installation. */
    public static final AccountId FIRST_OPERATOR = derived("first-operator");

    public static AccountId of(TherapistId therapist) {
        return derived("therapist:" + therapist);
    }

    public static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }

    private static AccountId derived(String name) {
        return new AccountId(UUID.nameUUIDFromBytes(("account:" + name).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
