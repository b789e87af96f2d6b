package org.bodywork.bookings.find;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The three questions and what somebody says in words of their own, as they were answered last.
 *
 * @param near as it was typed
 * @param words a name or anything else, as it was typed
 * @param fault what is wrong with the place; null where nothing is
 */
record SearchForm(
        List<Option> conditions,
        String near,
        List<Option> whens,
        String words,
        @Nullable String fault) {

    record Option(String value, String text, boolean selected) {}

    /** What a browser suggests for the place. */
    static final List<String> PLACES = List.of("Maplewood", "St. Louis", "Lakewood");

    static SearchForm of(Wish wish, String near, @Nullable String fault, Words words) {
        return new SearchForm(
                conditions(words).stream()
                        .map(each -> new Option(each, words.say("condition." + each), wish.has(Wish.CONDITION, each)))
                        .toList(),
                near,
                Wish.WHENS.stream()
                        .map(each -> new Option(each, words.say("find.when." + each), wish.has(Wish.WHEN, each)))
                        .toList(),
                wish.one(Wish.TEXT).orElse(""),
                fault);
    }

    /** As the results of that wish were asked for. */
    static SearchForm of(Wish wish, Words words) {
        String near = Stream.concat(
                        wish.one(Wish.NEAR).stream(),
                        wish.all(Wish.AREA).stream().map(area -> words.say("area." + area)))
                .findFirst()
                .orElse("");
        return of(wish, near, null, words);
    }

    static List<String> conditions(Words words) {
        return Vocabulary.CONDITIONS.stream()
                .sorted(Comparator.comparing(each -> words.say("condition." + each)))
                .toList();
    }
}
