package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.bodywork.therapists.search.application.Wanted;
import org.bodywork.therapists.search.domain.Facets;
import org.bodywork.therapists.search.domain.Search;
import org.jspecify.annotations.Nullable;

/** One pass over everything that the words leave: filters, counts, and keeps the best. */
final class Matching implements Collector {

    private static final float[] NO_SCORES = {};

    private final Wanted wanted;
    private final Segments segments;
    private final Bounds bounds;
    private final Filters filters;
    private final FacetCounts counts;
    private final Ranking ranking;
    private final BestOf best;
    private int total;

    /**
     * A pass for one search.
     *
     * @param documents how many there are at all
     */
    Matching(Wanted wanted, Segments segments, int documents) {
        Search search = wanted.search();
        this.wanted = wanted;
        this.segments = segments;
        this.bounds = new Bounds(search, wanted.now(), segments.openings());
        this.filters = new Filters(search, segments.tongues());
        this.counts = new FacetCounts(segments.tongues());
        this.ranking = new Ranking(wanted, segments.openings());
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
        return counts.facets();
    }

    /** Takes all of a segment that is still there, as a search without words does. */
    void takeAll(LeafReaderContext segment) throws IOException {
        LeafReader reader = segment.reader();
        FixedBitSet all = new FixedBitSet(reader.maxDoc());
        all.set(0, reader.maxDoc());
        Bits live = reader.getLiveDocs();
        if (live != null) {
            live.applyMask(all, 0);
        }
        take(segment, all, NO_SCORES);
    }

    private void take(LeafReaderContext segment, FixedBitSet candidates, float[] scores) throws IOException {
        Columns columns = segments.columnsOf(segment.reader());
        Filtered filtered = filters.filter(candidates.getBits(), columns.bearers);
        if (bounds.areSet()) {
            filtered.retain(document -> bounds.contain(columns, document));
        }
        counts.countPrices(filtered.passing(), columns);
        if (bounds.setAPrice()) {
            filtered.retain(document -> bounds.affords(columns, document));
        }
        counts.count(filtered, columns.bearers);
        long[] passing = filtered.passing();
        for (int word = 0; word < passing.length; word++) {
            total += Long.bitCount(passing[word]);
            for (long left = passing[word]; left != 0; left &= left - 1) {
                int document = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                float score = scores.length == 0 ? 0 : scores[document];
                best.offer(ranking.key(columns, document, score), columns.ties[document], segment.docBase + document);
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) {
        return new Leaf(context);
    }

    /** What the words find in one segment, with how well they fit. */
    private final class Leaf implements LeafCollector {

        private final LeafReaderContext segment;
        private final FixedBitSet found;
        private final float[] scores;
        private @Nullable Scorable scorer;

        Leaf(LeafReaderContext segment) {
            this.segment = segment;
            this.found = new FixedBitSet(segment.reader().maxDoc());
            this.scores = new float[segment.reader().maxDoc()];
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            found.set(document);
            scores[document] = scorer == null ? 0 : scorer.score();
        }

        @Override
        public void finish() throws IOException {
            take(segment, found, scores);
        }
    }
}
