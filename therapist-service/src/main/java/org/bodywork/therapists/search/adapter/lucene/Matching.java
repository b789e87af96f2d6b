package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SloppyMath;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.Point;
import org.bodywork.therapists.search.application.Wanted;
import org.bodywork.therapists.search.domain.Affinity;
import org.bodywork.therapists.search.domain.Facets;
import org.bodywork.therapists.search.domain.Match;
import org.bodywork.therapists.search.domain.Order;
import org.bodywork.therapists.search.domain.Search;
import org.jspecify.annotations.Nullable;

/**
 * One pass over everything that words, place and radius leave: filters, counts, and keeps the best.
 *
 * <p>Each of the five filters is counted as if it had not been set, so a document that fails one filter only still
 * counts there; one that fails two counts nowhere.
 */
final class Matching implements Collector {

    private static final double METERS_PER_MILE = 1609.344;
    private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();
    private static final double LAST = Double.POSITIVE_INFINITY;
    private static final int NOT_THERE = -1;

    /** No filter was failed. */
    private static final int NONE = -1;

    /** Two filters were failed, or more. */
    private static final int TWO = -2;

    /** Each filter by its vocabulary's bits; languages, which are any, are looked at apart. */
    private enum Filter {
        MODALITY(Marks.MODALITIES, Modality.values().length),
        CONDITION(Marks.CONDITIONS, Condition.values().length),
        GENDER(Marks.GENDERS, Gender.values().length),
        AREA(Marks.AREAS, Area.values().length);

        private final int first;
        private final int count;

        Filter(int first, int count) {
            this.first = first;
            this.count = count;
        }

        private long bits() {
            return ((1L << count) - 1) << first;
        }
    }

    private static final Filter[] FILTERS = Filter.values();
    private static final int LANGUAGE = FILTERS.length;

    private final Wanted wanted;
    private final Search search;
    private final boolean scored;
    private final long[] chosen;
    private final long mostCents;
    private final boolean[] oftenChosen = new boolean[Modality.values().length];
    private final int[] ranked;
    private final int[] counts = new int[Long.SIZE];
    private final Map<String, Integer> languages = new HashMap<>();
    private final BestOf best;
    private int total;

    /**
     * A pass for one search.
     *
     * @param scored whether the query's words give scores
     * @param documents how many there are at all
     */
    Matching(Wanted wanted, boolean scored, int documents) {
        this.wanted = wanted;
        this.search = wanted.search();
        this.scored = scored;
        this.chosen = new long[] {
            Marks.of(search.modalities(), Marks.MODALITIES),
            Marks.of(search.conditions(), Marks.CONDITIONS),
            Marks.of(search.genders(), Marks.GENDERS),
            Marks.of(
                    search.areas().stream()
                            .flatMap(area -> area.covered().stream())
                            .toList(),
                    Marks.AREAS)
        };
        this.mostCents = search.maxPrice() == null
                ? Long.MAX_VALUE
                : search.maxPrice().amount().movePointRight(2).longValueExact();
        for (Modality modality : Modality.values()) {
            oftenChosen[Marks.position(modality)] =
                    wanted.conditions().stream().anyMatch(condition -> Affinity.isOftenChosen(modality, condition));
        }
        this.ranked = wanted.conditions().stream().mapToInt(Marks::position).toArray();
        boolean beyond = wanted.offset() >= documents;
        this.best = new BestOf(beyond ? 0 : Math.min(documents, wanted.offset() + wanted.size()));
    }

    int total() {
        return total;
    }

    /** The documents of the page. */
    int[] page() {
        int[] ordered = best.inOrder();
        return wanted.offset() >= ordered.length
                ? new int[0]
                : Arrays.copyOfRange(ordered, wanted.offset(), ordered.length);
    }

    Facets facets() {
        return new Facets(
                counted(Filter.MODALITY, Modality.values(), Modality::slug),
                counted(Filter.CONDITION, Condition.values(), Condition::slug),
                languages,
                counted(Filter.GENDER, Gender.values(), Gender::slug),
                counted(Filter.AREA, Area.values(), Area::slug));
    }

    private <T extends Enum<T>> Map<String, Integer> counted(Filter filter, T[] words, Function<T, String> slug) {
        Map<String, Integer> counted = new HashMap<>();
        for (T word : words) {
            int count = counts[filter.first + Marks.position(word)];
            if (count > 0) {
                counted.put(slug.apply(word), count);
            }
        }
        return counted;
    }

    @Override
    public ScoreMode scoreMode() {
        return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    /** The pass over one segment. */
    private final class Leaf implements LeafCollector {

        private final int base;
        private final @Nullable NumericDocValues marks;
        private final @Nullable NumericDocValues ties;
        private final @Nullable NumericDocValues cents;
        private final @Nullable NumericDocValues years;
        private final @Nullable NumericDocValues openings;
        private final @Nullable NumericDocValues ratingSums;
        private final @Nullable NumericDocValues ratingCounts;
        private final @Nullable SortedNumericDocValues points;
        private final @Nullable SortedSetDocValues spoken;
        private final boolean[] wantedLanguages;
        private final int[] languageCounts;
        private final long[] languagesHere = new long[16];
        private @Nullable Scorable scorer;

        Leaf(LeafReaderContext context) throws IOException {
            LeafReader reader = context.reader();
            base = context.docBase;
            marks = reader.getNumericDocValues(Fields.MARKS);
            ties = reader.getNumericDocValues(Fields.TIE);
            cents = reader.getNumericDocValues(Fields.CENTS);
            years = reader.getNumericDocValues(Fields.YEARS);
            openings = reader.getNumericDocValues(Fields.OPENING);
            ratingSums = reader.getNumericDocValues(Fields.RATING_SUM);
            ratingCounts = reader.getNumericDocValues(Fields.RATING_COUNT);
            points = reader.getSortedNumericDocValues(Fields.POINT);
            spoken = reader.getSortedSetDocValues(Fields.LANGUAGE);
            int known = spoken == null ? 0 : Math.toIntExact(spoken.getValueCount());
            languageCounts = new int[known];
            wantedLanguages = new boolean[known];
            if (spoken != null) {
                for (String language : search.languages()) {
                    long found = spoken.lookupTerm(new BytesRef(language));
                    if (found >= 0) {
                        wantedLanguages[Math.toIntExact(found)] = true;
                    }
                }
            }
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            if (mostCents != Long.MAX_VALUE && value(cents, document, Long.MAX_VALUE) > mostCents) {
                return;
            }
            long words = value(marks, document, 0);
            int failed = failed(words);
            if (failed == TWO) {
                return;
            }
            int speaks = languages(document);
            if (!search.languages().isEmpty() && !speaksWanted(speaks)) {
                if (failed != NONE) {
                    return;
                }
                failed = LANGUAGE;
            }
            count(words, speaks, failed);
            if (failed == NONE) {
                total++;
                best.offer(key(document, words), value(ties, document, 0), base + document);
            }
        }

        private int failed(long words) {
            int failed = NONE;
            for (int filter = 0; filter < chosen.length; filter++) {
                if (chosen[filter] != 0 && (chosen[filter] & words) == 0) {
                    if (failed != NONE) {
                        return TWO;
                    }
                    failed = filter;
                }
            }
            return failed;
        }

        /** Notes the languages of a document and says how many they are. */
        private int languages(int document) throws IOException {
            if (spoken == null || !spoken.advanceExact(document)) {
                return 0;
            }
            int count = Math.min(spoken.docValueCount(), languagesHere.length);
            for (int i = 0; i < count; i++) {
                languagesHere[i] = spoken.nextOrd();
            }
            return count;
        }

        private boolean speaksWanted(int speaks) {
            for (int i = 0; i < speaks; i++) {
                if (wantedLanguages[(int) languagesHere[i]]) {
                    return true;
                }
            }
            return false;
        }

        private void count(long words, int speaks, int failed) {
            for (Filter filter : FILTERS) {
                if (failed == NONE || failed == Marks.position(filter)) {
                    for (long left = words & filter.bits(); left != 0; left &= left - 1) {
                        counts[Long.numberOfTrailingZeros(left)]++;
                    }
                }
            }
            if (failed == NONE || failed == LANGUAGE) {
                for (int i = 0; i < speaks; i++) {
                    languageCounts[(int) languagesHere[i]]++;
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int i = 0; i < languageCounts.length; i++) {
                if (languageCounts[i] > 0 && spoken != null) {
                    languages.merge(spoken.lookupOrd(i).utf8ToString(), languageCounts[i], Integer::sum);
                }
            }
        }

        /** Lower comes first; practices that say nothing of themselves come last. */
        private double key(int document, long words) throws IOException {
            if (((words >>> Marks.PRACTICE) & 1) != 0 && search.order() != Order.DISTANCE) {
                return LAST;
            }
            return switch (search.order()) {
                case DISTANCE -> miles(document);
                case PRICE -> orLast(value(cents, document, NOT_THERE));
                case SOONEST -> orLast(value(openings, document, NOT_THERE));
                case RATING ->
                    -Match.damped((int) value(ratingSums, document, 0), (int) value(ratingCounts, document, 0));
                case MATCH -> -match(document, words);
            };
        }

        private double match(int document, long words) throws IOException {
            double points = Match.rating((int) value(ratingSums, document, 0), (int) value(ratingCounts, document, 0));
            if (ranked.length > 0) {
                points += Match.experience(bestYears(document, words)) + Match.modality(offersOftenChosen(words));
            }
            if (search.near() != null) {
                points += Match.nearness(miles(document));
            }
            long opening = value(openings, document, NOT_THERE);
            if (opening != NOT_THERE) {
                points += Match.soonness((opening - wanted.now().getEpochSecond()) / SECONDS_PER_HOUR);
            }
            if (scored && scorer != null) {
                points += Match.words(scorer.score());
            }
            return points;
        }

        private int bestYears(int document, long words) throws IOException {
            long known = value(years, document, 0);
            int most = NOT_THERE;
            for (int condition : ranked) {
                if (((words >>> (Marks.CONDITIONS + condition)) & 1) != 0) {
                    most = Math.max(most, Fields.years(known, condition));
                }
            }
            return most;
        }

        private boolean offersOftenChosen(long words) {
            for (int modality = 0; modality < oftenChosen.length; modality++) {
                if (oftenChosen[modality] && ((words >>> (Marks.MODALITIES + modality)) & 1) != 0) {
                    return true;
                }
            }
            return false;
        }

        private double miles(int document) throws IOException {
            Point near = search.near();
            if (near == null || points == null || !points.advanceExact(document)) {
                return LAST;
            }
            double nearest = LAST;
            for (int i = 0; i < points.docValueCount(); i++) {
                long point = points.nextValue();
                nearest = Math.min(
                        nearest,
                        SloppyMath.haversinSortKey(
                                near.lat(),
                                near.lon(),
                                GeoEncodingUtils.decodeLatitude((int) (point >> Integer.SIZE)),
                                GeoEncodingUtils.decodeLongitude((int) point)));
            }
            return SloppyMath.haversinMeters(nearest) / METERS_PER_MILE;
        }

        private static double orLast(long value) {
            return value == NOT_THERE ? LAST : value;
        }
    }

    private static long value(@Nullable NumericDocValues values, int document, long otherwise) throws IOException {
        return values != null && values.advanceExact(document) ? values.longValue() : otherwise;
    }
}
