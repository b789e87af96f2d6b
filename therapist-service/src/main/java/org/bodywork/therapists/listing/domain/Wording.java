package org.bodywork.therapists.listing.domain;

import java.util.regex.Pattern;

/** What any text of a listing must keep to, so that it is safe in a page, a message and a mail header. */
public final class Wording {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 4000;

    private static final char DELETE = 0x7F;

    private Wording() {}

    public static String name(String text) {
        return checked(text, LONGEST_NAME, false);
    }

    public static String paragraphs(String text) {
        return checked(text, LONGEST_TEXT, true);
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

    private static String checked(String text, int longest, boolean inLines) {
        if (text.isBlank()) {
            throw new InvalidValue("must not be empty");
        }
        if (text.length() > longest) {
            throw new InvalidValue("is longer than " + longest + " characters");
        }
        for (int at = 0; at < text.length(); at++) {
            if (isControl(text.charAt(at), inLines)) {
                throw new InvalidValue("contains a control character");
            }
        }
        return text;
    }

    private static boolean isControl(char letter, boolean inLines) {
        return (letter < ' ' || letter == DELETE) && !(inLines && (letter == '\r' || letter == '\n'));
    }
}
