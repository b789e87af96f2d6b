package org.bodywork.platform.codes.domain;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Six digits, sent by email. Few enough to type, so tries are counted. */
public record OneTimeCode(String digits) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");
    private static final int HOW_MANY = 1_000_000;

    public OneTimeCode {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("a code has six digits");
        }
    }

    /** Takes a source of randomness that nobody can foretell. */
    public static OneTimeCode random(RandomGenerator secure) {
        return new OneTimeCode(String.format(Locale.ROOT, "%06d", secure.nextInt(HOW_MANY)));
    }

    /** Kept out of logs by accident, too. */
    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
