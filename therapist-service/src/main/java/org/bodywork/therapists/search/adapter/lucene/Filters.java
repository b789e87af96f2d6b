package org.bodywork.therapists.search.adapter.lucene;

import java.util.List;
import java.util.stream.IntStream;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.search.domain.Search;

/** The five filters that are counted, and which one of them a document fails. */
final class Filters {

    /** No filter was failed. */
    static final int NONE = -1;

    /** Two filters were failed, or more. */
    static final int TWO = -2;

    static final int MODALITY = 0;
    static final int CONDITION = 1;
    static final int GENDER = 2;
    static final int AREA = 3;
    static final int LANGUAGE = 4;

    /** The bits of each filter's vocabulary; languages, which are any, have none. */
    private static final long[] VOCABULARY = {
        bits(Marks.MODALITIES, Modality.values().length),
        bits(Marks.CONDITIONS, Condition.values().length),
        bits(Marks.GENDERS, Gender.values().length),
        bits(Marks.AREAS, Area.values().length),
        0
    };

    private static final long ALL =
            VOCABULARY[MODALITY] | VOCABULARY[CONDITION] | VOCABULARY[GENDER] | VOCABULARY[AREA];

    /** Of the filters that are set: which marks satisfy each, and which filter it is. */
    private final long[] chosen;

    private final int[] filters;
    private final boolean byLanguage;
    private final boolean[] languages;

    Filters(Search search, Tongues tongues) {
        long[] all = {
            Marks.of(search.modalities(), Marks.MODALITIES),
            Marks.of(search.conditions(), Marks.CONDITIONS),
            Marks.of(search.genders(), Marks.GENDERS),
            Marks.of(covered(search), Marks.AREAS)
        };
        this.filters =
                IntStream.range(0, all.length).filter(each -> all[each] != 0).toArray();
        this.chosen = IntStream.of(filters).mapToLong(each -> all[each]).toArray();
        this.byLanguage = !search.languages().isEmpty();
        this.languages = new boolean[tongues.all().size()];
        search.languages()
                .forEach(language -> tongues.known(language).ifPresent(number -> {
                    if (number < languages.length) {
                        languages[number] = true;
                    }
                }));
    }

    private static List<Area> covered(Search search) {
        return search.areas().stream().flatMap(area -> area.covered().stream()).toList();
    }

    private static long bits(int first, int count) {
        return ((1L << count) - 1) << first;
    }

    /** Which of a document's marks count when it fails that one filter, or none. */
    static long countedFor(int failed) {
        return failed == NONE ? ALL : VOCABULARY[failed];
    }

    /** The only filter that the document fails, or {@link #NONE}, or {@link #TWO}. */
    int failedBy(Columns columns, int document) {
        int failed = failedBy(columns.marks[document]);
        if (!byLanguage || failed == TWO || speaksWanted(columns, document)) {
            return failed;
        }
        return failed == NONE ? LANGUAGE : TWO;
    }

    private int failedBy(long marks) {
        int failed = NONE;
        int failures = 0;
        // Without a jump for each: which filters a document fails is nothing a processor could guess.
        for (int each = 0; each < chosen.length; each++) {
            boolean fails = (chosen[each] & marks) == 0;
            failed = fails ? filters[each] : failed;
            failures += fails ? 1 : 0;
        }
        return failures > 1 ? TWO : failed;
    }

    private boolean speaksWanted(Columns columns, int document) {
        for (int i = columns.spokenFrom[document]; i < columns.spokenFrom[document + 1]; i++) {
            int language = columns.spoken[i];
            if (language < languages.length && languages[language]) {
                return true;
            }
        }
        return false;
    }
}
