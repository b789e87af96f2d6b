package org.bodywork.bookings.appointment.adapter.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/** The rules that staff set aside, as they are written over HTTP; the schema admits no other words. */
final class Overrides {

    private Overrides() {}

    static Set<Waiver> read(@Nullable List<String> words) {
        return words == null
                ? Set.of()
                : words.stream()
                        .map(word -> Waiver.valueOf(word.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> write(Collection<Waiver> waived) {
        return waived.stream()
                .sorted()
                .map(waiver -> waiver.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
