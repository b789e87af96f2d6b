package org.bodywork.bookings.editing;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The sentences of these pages in one language. The first time they are read from files. */
record Words(MessageSource sentences, Locale locale) {

    String of(String key, Object... values) {
        return sentences.getMessage(key, values, locale);
    }

    /** Empty where there is nothing to say. */
    String ifAny(String key) {
        String found = sentences.getMessage(key, null, "", locale);
        return found == null ? "" : found;
    }
}
