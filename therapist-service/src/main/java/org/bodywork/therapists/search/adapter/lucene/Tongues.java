package org.bodywork.therapists.search.adapter.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A number for each language anybody speaks, the same in all segments. */
final class Tongues {

    private final Map<String, Short> numbers = new HashMap<>();
    private final List<String> languages = new ArrayList<>();

    synchronized short numberOf(String language) {
        return numbers.computeIfAbsent(language, added -> {
            languages.add(added);
            return (short) (languages.size() - 1);
        });
    }

    /** None where nobody speaks it. */
    synchronized OptionalInt known(String language) {
        Short number = numbers.get(language);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    synchronized List<String> all() {
        return List.copyOf(languages);
    }
}
