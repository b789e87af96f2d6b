package org.bodywork.notifications.notification.adapter.wording;

import java.text.BreakIterator;
import java.util.Locale;

/** A name cut to a length, between characters as people see them and never inside one. */
final class ShortName {

    /** Shorter than this nobody would know the name again. */
    static final int LEAST = 8;

    private static final String CUT = "..";

    private ShortName() {}

    /**
     * The name or its beginning.
     *
     * @param length at most this many UTF-16 units, the two dots included
     */
    static String of(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(name);
        int room = Math.max(0, length - CUT.length());
        int end = characters.isBoundary(room) ? room : characters.preceding(room);
        return name.substring(0, end).strip() + CUT;
    }
}
