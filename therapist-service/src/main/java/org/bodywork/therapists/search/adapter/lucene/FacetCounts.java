package org.bodywork.therapists.search.adapter.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.search.domain.Facets;

/** Counts each of the five filters, and the price, as if it had not been set. */
final class FacetCounts {

    private final int[] marked = new int[Marks.COUNT];
    private final int[] speakers;
    private final List<String> languages;
    private final PriceCounts prices = new PriceCounts();

    FacetCounts(Tongues tongues) {
        this.languages = tongues.all();
        this.speakers = new int[languages.size()];
    }

    /** Counts the documents of one segment. */
    void count(Filtered filtered, Bearers bearers) {
        count(filtered, Filters.MODALITY, bearers::of, marked, Marks.MODALITIES, Marks.CONDITIONS);
        count(filtered, Filters.CONDITION, bearers::of, marked, Marks.CONDITIONS, Marks.GENDERS);
        count(filtered, Filters.GENDER, bearers::of, marked, Marks.GENDERS, Marks.AREAS);
        count(filtered, Filters.AREA, bearers::of, marked, Marks.AREAS, Marks.PRACTICE);
        count(filtered, Filters.LANGUAGE, bearers::speaking, speakers, 0, speakers.length);
    }

    /**
     * Counts the prices in one segment.
     *
     * @param passing what passes everything but the price
     */
    void countPrices(long[] passing, Columns columns) {
        prices.count(passing, columns);
    }

    private static void count(
            Filtered filtered, int filter, IntFunction<long[]> bearers, int[] counts, int from, int to) {
        for (int each = from; each < to; each++) {
            counts[each] += filtered.countedAmong(bearers.apply(each), filter);
        }
    }

    Facets facets() {
        return new Facets(
                counted(Marks.MODALITIES, Modality.values(), Modality::slug),
                counted(Marks.CONDITIONS, Condition.values(), Condition::slug),
                spoken(),
                counted(Marks.GENDERS, Gender.values(), Gender::slug),
                counted(Marks.AREAS, Area.values(), Area::slug),
                prices.facet());
    }

    private <T extends Enum<T>> Map<String, Integer> counted(int first, T[] words, Function<T, String> slug) {
        Map<String, Integer> counted = new HashMap<>();
        for (T word : words) {
            int count = marked[first + Marks.position(word)];
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
