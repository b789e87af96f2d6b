package org.bodywork.therapists.listing.domain;

import java.util.regex.Pattern;

/** A name for URLs, unique among its kind. */
public record Slug(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{1,100}+(-[a-z0-9]{1,100}+)*+");
    private static final int LONGEST = 100;

    public Slug {
        Wording.matching(SHAPE, value, "lower-case letters and digits joined by hyphens");
        if (value.length() > LONGEST) {
            throw new InvalidValue("is longer than " + LONGEST + " characters");
        }
    }

    public static boolean isOne(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
