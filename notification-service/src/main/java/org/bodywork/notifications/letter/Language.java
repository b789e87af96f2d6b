package org.bodywork.notifications.letter;

import java.util.Arrays;
import java.util.Locale;

/** A language we write in. */
public enum Language {
    ENGLISH(Locale.US),
    /** As it is written in the United States. */
    SPANISH(Locale.of("es", "US"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The reader's own language where it is one of ours, else English. */
    public static Language closestTo(Locale wanted) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /** Such as {@code en}. */
    public String tag() {
        return locale.getLanguage();
    }
}
