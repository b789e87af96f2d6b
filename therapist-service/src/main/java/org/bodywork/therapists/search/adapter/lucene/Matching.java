package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.Bits;
import org.bodywork.therapists.search.application.Wanted;
import org.bodywork.therapists.search.domain.Facets;
import org.bodywork.therapists.search.domain.Search;
import org.jspecify.annotations.Nullable;

/** One pass over everything that the words leave: filters, counts, and keeps the best. */
final class Matching implements Collector {

    private final Wanted wanted;
    private final Segments segments;
    private final boolean scored;
    private final Bounds bounds;
    private final Filters filters;
    private final FacetCounts counts;
    private final Ranking ranking;
    private final BestOf best;
    private int total;

    /**
     * A pass for one search.
     *
     * @param scored whether the query's words give scores
     * @param documents how many there are at all
     */
    Matching(Wanted wanted, Segments segments, boolean scored, int documents) {
        Search search = wanted.search();
        this.wanted = wanted;
        this.segments = segments;
        this.scored = scored;
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
        Leaf leaf = new Leaf(segment);
        Bits live = segment.reader().getLiveDocs();
        int documents = segment.reader().maxDoc();
        for (int document = 0; document < documents; document++) {
            if (live == null || live.get(document)) {
                leaf.take(document, 0);
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    /** The pass over one segment. */
    private final class Leaf implements LeafCollector {

        private final int base;
        private final Columns columns;
        private @Nullable Scorable scorer;

        Leaf(LeafReaderContext context) throws IOException {
            base = context.docBase;
            columns = segments.columnsOf(context.reader());
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            take(document, scored && scorer != null ? scorer.score() : 0);
        }

        void take(int document, float score) {
            if (!bounds.contain(columns, document)) {
                return;
            }
            int failed = filters.failedBy(columns, document);
            if (failed == Filters.TWO) {
                return;
            }
            counts.count(columns, document, failed);
            if (failed == Filters.NONE) {
                total++;
                best.offer(ranking.key(columns, document, score), columns.ties[document], base + document);
            }
        }
    }
}
