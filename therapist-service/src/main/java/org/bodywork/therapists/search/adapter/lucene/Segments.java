package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.bodywork.therapists.search.application.NextOpenings;
import org.jspecify.annotations.Nullable;

/** The columns of each segment, made before the first search may see it and forgotten with it. */
final class Segments extends SearcherFactory {

    private final ConcurrentMap<IndexReader.CacheKey, Columns> known = new ConcurrentHashMap<>();
    private final NextOpenings openings;
    private final Tongues tongues = new Tongues();

    Segments(NextOpenings openings) {
        this.openings = openings;
    }

    NextOpenings openings() {
        return openings;
    }

    Tongues tongues() {
        return tongues;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
        for (LeafReaderContext segment : reader.leaves()) {
            columnsOf(segment.reader());
        }
        return super.newSearcher(reader, previous);
    }

    Columns columnsOf(LeafReader segment) throws IOException {
        IndexReader.CacheHelper life = segment.getCoreCacheHelper();
        Columns columns = known.get(life.getKey());
        if (columns == null) {
            columns = Columns.of(segment, openings, tongues);
            if (known.putIfAbsent(life.getKey(), columns) == null) {
                life.addClosedListener(known::remove);
            }
        }
        return columns;
    }
}
