package org.bodywork.therapists.listing.adapter.mongo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days are stored as text: a day has no instant, and so no zone to get wrong. */
final class StoredDay {

    private StoredDay() {}

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    static @Nullable LocalDate of(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
