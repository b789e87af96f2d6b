package org.bodywork.therapists.listing.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Training that somebody attests, such as in oncology massage.
 *
 * @param name what it says the therapist has learned
 * @param issuer the school or board behind it
 * @param number where the issuer counts them
 */
public record Certificate(
        String name,
        @Nullable String issuer,
        @Nullable String number,
        @Nullable LocalDate expires,
        @Nullable LocalDate checked)
        implements Credential {

    public Certificate {
        Wording.name(name);
        if (issuer != null) {
            Wording.name(issuer);
        }
        if (number != null) {
            Licence.number(number);
        }
        Credential.requireInOrder(expires, checked, "certificate");
    }
}
