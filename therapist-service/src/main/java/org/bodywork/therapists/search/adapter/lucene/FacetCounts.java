package org.bodywork.therapists.search.adapter.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.search.domain.Facets;

/**
 * Counts each of the five filters as if it had not been set: a document that fails one filter only still counts there;
 * one that fails two counts nowhere.
 */
final class FacetCounts {

    private final int[] counts = new int[Long.SIZE];
    private final int[] speakers;
    private final List<String> languages;

    FacetCounts(Tongues tongues) {
        this.languages = tongues.all();
        this.speakers = new int[languages.size()];
    }

    /**
     * Counts one document.
     *
     * @param failed the only filter it fails, or {@link Filters#NONE}
     */
    void count(Columns columns, int document, int failed) {
        for (long left = columns.marks[document] & Filters.countedFor(failed); left != 0; left &= left - 1) {
            counts[Long.numberOfTrailingZeros(left)]++;
        }
        if (failed == Filters.NONE || failed == Filters.LANGUAGE) {
            for (int i = columns.spokenFrom[document]; i < columns.spokenFrom[document + 1]; i++) {
                speakers[columns.spoken[i]]++;
            }
        }
    }

    Facets facets() {
        return new Facets(
                counted(Marks.MODALITIES, Modality.values(), Modality::slug),
                counted(Marks.CONDITIONS, Condition.values(), Condition::slug),
                spoken(),
                counted(Marks.GENDERS, Gender.values(), Gender::slug),
                counted(Marks.AREAS, Area.values(), Area::slug));
    }

    private <T extends Enum<T>> Map<String, Integer> counted(int first, T[] words, Function<T, String> slug) {
        Map<String, Integer> counted = new HashMap<>();
        for (T word : words) {
            int count = counts[first + Marks.position(word)];
            if (count > 0) {
                counted.put(slug.apply(word), count);
            }
        }
        return counted;
    }

    private Map<String, Integer> spoken() {
        Map<String, Integer> counted = new HashMap<>();
        for (int number = 0; number < speakers.length; number++) {
            if (speakers[number] > 0) {
                counted.put(languages.get(number), speakers[number]);
            }
        }
        return counted;
    }
}
