package org.bodywork.therapists.listing.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** A normalised address: two spellings of one mailbox are equal. */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]\\p{Cntrl}]{1,64}@[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,8}");
    private static final int LONGEST = 254;

    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue("is not an email address");
        }
    }

    /** Kept out of logs by accident, too. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
