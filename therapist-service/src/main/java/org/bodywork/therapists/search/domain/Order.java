package org.bodywork.therapists.search.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bodywork.therapists.listing.domain.InvalidValue;

/** How results are ordered. Equals follow each other by id, so that pages never overlap. */
public enum Order {
    /** What fits best comes first; see {@link Match}. */
    MATCH,
    /** The soonest next opening comes first. */
    SOONEST,
    /** The nearest comes first. */
    DISTANCE,
    /** The best rated comes first, few reviews counting for less. */
    RATING,
    /** The lowest price comes first. */
    PRICE;

    public static Order ofWord(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "is none of " + Arrays.stream(values()).map(Order::word).collect(Collectors.joining(", "))));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
