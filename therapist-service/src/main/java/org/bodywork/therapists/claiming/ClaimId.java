package org.bodywork.therapists.claiming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;

/** The same person asking for the same practice again asks once. */
record ClaimId(UUID value) {

    static ClaimId of(PracticeId practice, EmailAddress email) {
        return new ClaimId(UUID.nameUUIDFromBytes(("claim:" + practice + ":" + email.value()).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
