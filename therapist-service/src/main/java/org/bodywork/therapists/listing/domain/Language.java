package org.bodywork.therapists.listing.domain;

import java.util.regex.Pattern;

/** A language a therapist speaks: a BCP 47 tag such as `en` or `es`. */
public record Language(String tag) {

    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    public Language {
        Wording.matching(SHAPE, tag, "a language tag such as en or es");
    }

    /** The subtag of the language itself: {@code es} of {@code es-MX}. */
    public String primary() {
        int end = tag.indexOf('-');
        return end < 0 ? tag : tag.substring(0, end);
    }
}
