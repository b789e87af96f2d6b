package org.bodywork.therapists.listing.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The fixed word lists of a listing: constants in the code, slugs everywhere else. */
final class Vocabulary {

    private Vocabulary() {}

    static String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E word(Class<E> words, String slug) {
        E[] all = words.getEnumConstants();
        return Arrays.stream(all)
                .filter(word -> slug(word).equals(slug))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidValue("'%s' is not one of %s".formatted(Wording.shortened(slug), slugs(all))));
    }

    private static String slugs(Enum<?>[] words) {
        return Arrays.stream(words).map(Vocabulary::slug).collect(Collectors.joining(", "));
    }
}
