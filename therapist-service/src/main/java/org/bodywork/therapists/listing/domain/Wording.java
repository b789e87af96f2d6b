package org.bodywork.therapists.listing.domain;

import java.util.regex.Pattern;

/** What any text of a listing must keep to, so that it is safe in a page, a message and a mail header. */
public final class Wording {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 4000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINE_BREAK = Pattern.compile("[\\p{Cntrl}&&[^\r\n]]");

    private Wording() {}

    public static String name(String text) {
        return checked(text, LONGEST_NAME, CONTROL);
    }

    public static String paragraphs(String text) {
        return checked(text, LONGEST_TEXT, CONTROL_BUT_LINE_BREAK);
    }

    static String matching(Pattern shape, String text, String expected) {
        if (!shape.matcher(text).matches()) {
            throw new InvalidValue("'" + shortened(text) + "' is not " + expected);
        }
        return text;
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }

    private static String checked(String text, int longest, Pattern forbidden) {
        if (text.isBlank()) {
            throw new InvalidValue("must not be empty");
        }
        if (text.length() > longest) {
            throw new InvalidValue("is longer than " + longest + " characters");
        }
        if (forbidden.matcher(text).find()) {
            throw new InvalidValue("contains a control character");
        }
        return text;
    }
}
