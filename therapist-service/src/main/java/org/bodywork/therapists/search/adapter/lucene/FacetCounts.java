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

    private static final int VALUES = 1 << Byte.SIZE;
    private static final int BYTES = Marks.PRACTICE / Byte.SIZE + 1;

    /** How often each byte of the marks had each value: cheaper to note for a document than each of its marks. */
    private final int[] values = new int[BYTES * VALUES];

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
        long counted = columns.marks[document] & Filters.countedFor(failed);
        for (int first = 0; first < values.length; first += VALUES) {
            values[first + (int) (counted & (VALUES - 1))]++;
            counted >>>= Byte.SIZE;
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
            int count = documentsWith(first + Marks.position(word));
            if (count > 0) {
                counted.put(slug.apply(word), count);
            }
        }
        return counted;
    }

    private int documentsWith(int mark) {
        int first = mark / Byte.SIZE * VALUES;
        int count = 0;
        for (int value = 0; value < VALUES; value++) {
            if ((value >>> (mark % Byte.SIZE) & 1) != 0) {
                count += values[first + value];
            }
        }
        return count;
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
