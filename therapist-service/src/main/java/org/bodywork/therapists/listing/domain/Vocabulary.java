package org.bodywork.therapists.listing.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The fixed word lists of a listing: constants in the code, slugs everywhere else. */
final class Vocabulary {

    private static final ClassValue<WordList> LISTS = new ClassValue<>() {
        @Override
        protected WordList computeValue(Class<?> words) {
            return WordList.of(words);
        }
    };

    private Vocabulary() {}

    /** One vocabulary both ways: it is looked into for every word of every listing that is read or shown. */
    private record WordList(Map<Enum<?>, String> slugs, Map<String, Enum<?>> words) {

        static WordList of(Class<?> vocabulary) {
            Map<Enum<?>, String> slugs = new HashMap<>();
            Map<String, Enum<?>> words = new HashMap<>();
            for (Object constant : vocabulary.getEnumConstants()) {
                Enum<?> word = (Enum<?>) constant;
                String slug = word.name().toLowerCase(Locale.ROOT).replace('_', '-');
                slugs.put(word, slug);
                words.put(slug, word);
            }
            return new WordList(Map.copyOf(slugs), Map.copyOf(words));
        }
    }

    static String slug(Enum<?> word) {
        return Objects.requireNonNull(
                LISTS.get(word.getDeclaringClass()).slugs().get(word));
    }

    static <E extends Enum<E>> E word(Class<E> words, String slug) {
        Enum<?> word = LISTS.get(words).words().get(slug);
        if (word == null) {
            throw new InvalidValue(
                    "'%s' is not one of %s".formatted(Wording.shortened(slug), slugs(words.getEnumConstants())));
        }
        return words.cast(word);
    }

    /** For words that travel as the code has them. */
    static <E extends Enum<E>> E constant(Class<E> words, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("'%s' is not one of %s"
                        .formatted(
                                Wording.shortened(word),
                                Arrays.stream(words.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String slugs(Enum<?>[] words) {
        return Arrays.stream(words).map(Vocabulary::slug).collect(Collectors.joining(", "));
    }
}
