package org.bodywork.notifications.signin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The personal part of an issued code, opened. */
record SealedCode(String email, String code, @Nullable String locale) {

    Locale language() {
        return locale == null ? Locale.US : Locale.forLanguageTag(locale);
    }

    /** Names nobody and no code. */
    @Override
    public String toString() {
        return "a code";
    }
}
