package org.bodywork.notifications.letter;

import java.text.Normalizer;
import java.util.Map;

/**
 * The seven-bit alphabet of text messages (GSM 03.38). A message written in it holds 160 characters; one character
 * outside it, and only 70 fit.
 */
public final class GsmText {

    public static final int ONE_SEGMENT = 160;

    private static final int ONE_OF_SEVERAL = 153;
    private static final int ONE_SEGMENT_OF_ANY_SCRIPT = 70;
    private static final int ONE_OF_SEVERAL_OF_ANY_SCRIPT = 67;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** These take two places each. */
    private static final String EXTENDED = "^{}\\[~]|€";

    private static final Map<Integer, String> PLAIN = Map.of(
            (int) '‘', "'",
            (int) '’', "'",
            (int) '“', "\"",
            (int) '”', "\"",
            (int) '–', "-",
            (int) '—', "-",
            (int) '…', "...",
            (int) '\u00a0', " ",
            (int) '\u202f', " ");

    private GsmText() {}

    /** Replaces what has a near likeness in the alphabet, such as á by a; leaves everything else as it is. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(character -> folded.append(fold(character)));
        return folded.toString();
    }

    public static boolean fitsOneSegment(String text) {
        return text.codePoints().allMatch(GsmText::isKnown) && places(text) <= ONE_SEGMENT;
    }

    /** How many of a segment's places the text takes, when all of it is in the alphabet. */
    public static int places(String text) {
        return text.codePoints()
                .map(character -> EXTENDED.indexOf(character) < 0 ? 1 : 2)
                .sum();
    }

    /** How many segments the text takes: longer ones are cut shorter, to make room for their place in the row. */
    public static int segments(String text) {
        boolean gsm = text.codePoints().allMatch(GsmText::isKnown);
        int length = gsm ? places(text) : text.length();
        int one = gsm ? ONE_SEGMENT : ONE_SEGMENT_OF_ANY_SCRIPT;
        int more = gsm ? ONE_OF_SEVERAL : ONE_OF_SEVERAL_OF_ANY_SCRIPT;
        return length <= one ? 1 : Math.ceilDiv(length, more);
    }

    private static String fold(int character) {
        String same = Character.toString(character);
        if (isKnown(character)) {
            return same;
        }
        String plain = PLAIN.getOrDefault(character, withoutMarks(same));
        return plain.codePoints().allMatch(GsmText::isKnown) ? plain : same;
    }

    private static String withoutMarks(String character) {
        return Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static boolean isKnown(int character) {
        return BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0;
    }
}
