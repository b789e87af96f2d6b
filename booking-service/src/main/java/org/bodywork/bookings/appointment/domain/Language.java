package org.bodywork.bookings.appointment.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages we write to clients in. */
public enum Language {
    EN,
    ES;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
