package org.bodywork.bookings.diary;

import java.util.regex.Pattern;

/** One line that says something, as everywhere staff give a reason. */
final class Reasons {

    private static final int LONGEST = 500;
    private static final Pattern REASON =
            Pattern.compile("[^\\p{Cc}\\p{Zl}\\p{Zp}]*[^\\p{Cc}\\p{Z}][^\\p{Cc}\\p{Zl}\\p{Zp}]*");

    private Reasons() {}

    static boolean isOne(String given) {
        return given.length() <= LONGEST && REASON.matcher(given).matches();
    }
}
