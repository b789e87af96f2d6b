package org.bodywork.therapists.listing.domain;

import java.util.regex.Pattern;

/** A number for people to call, as they read it. */
public record PhoneNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\+?[0-9 ().-]{7,24}");

    public PhoneNumber {
        Wording.matching(SHAPE, value, "a phone number");
    }
}
