package org.bodywork.therapists.search.adapter.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.search.domain.Search;

/** The five filters that are counted. */
final class Filters {

    static final int MODALITY = 0;
    static final int CONDITION = 1;
    static final int GENDER = 2;
    static final int AREA = 3;
    static final int LANGUAGE = 4;
    static final int COUNT = 5;

    /** Of the filters that are set: which it is, and which marks, or languages, satisfy it. */
    private record Chosen(int filter, List<Integer> any) {

        long[][] satisfying(Bearers bearers) {
            return any.stream()
                    .map(each -> filter == LANGUAGE ? bearers.speaking(each) : bearers.of(each))
                    .toArray(long[][]::new);
        }
    }

    private final List<Chosen> chosen = new ArrayList<>();

    Filters(Search search, Tongues tongues) {
        choose(MODALITY, Marks.MODALITIES, search.modalities());
        choose(CONDITION, Marks.CONDITIONS, search.conditions());
        choose(GENDER, Marks.GENDERS, search.genders());
        choose(AREA, Marks.AREAS, covered(search));
        if (!search.languages().isEmpty()) {
            chosen.add(new Chosen(
                    LANGUAGE,
                    search.languages().stream()
                            .flatMapToInt(language -> tongues.known(language).stream())
                            .boxed()
                            .toList()));
        }
    }

    private static List<Area> covered(Search search) {
        return search.areas().stream()
                .flatMap(area -> area.covered().stream())
                .distinct()
                .toList();
    }

    private void choose(int filter, int first, Collection<? extends Enum<?>> words) {
        if (!words.isEmpty()) {
            chosen.add(new Chosen(
                    filter,
                    words.stream().map(word -> first + Marks.position(word)).toList()));
        }
    }

    /**
     * Filters a segment's documents.
     *
     * @param candidates a bit a document; it is changed
     */
    Filtered filter(long[] candidates, Bearers bearers) {
        Filtered filtered = new Filtered(candidates);
        chosen.forEach(each -> filtered.apply(each.filter(), each.satisfying(bearers)));
        return filtered;
    }
}
