package org.bodywork.therapists.search.adapter.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.search.application.Found;
import org.bodywork.therapists.search.application.ListingIndex;
import org.bodywork.therapists.search.application.NextOpenings;
import org.bodywork.therapists.search.application.Suggestion;
import org.bodywork.therapists.search.application.Wanted;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.search.domain.Lexicon;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An index in a folder of its own, which no other process may use at the same time. */
final class LuceneListings implements ListingIndex, AutoCloseable {

    private static final String UP_TO = "upTo";
    private static final String VERSION = "version";
    private static final double RAM_MEGABYTES = 16;

    private final Words words = new Words();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Segments segments;
    private final FSDirectory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final AtomicLong generation = new AtomicLong();

    LuceneListings(Path path, NextOpenings openings) {
        segments = new Segments(openings);
        try {
            folder = FSDirectory.open(path);
            writer = new IndexWriter(folder, new IndexWriterConfig(words).setRAMBufferSizeMB(RAM_MEGABYTES));
            searchers = new SearcherManager(writer, segments);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be opened in " + path, e);
        }
    }

    @Override
    public Found search(Wanted wanted) {
        List<String> terms = words.termsOf(wanted.search().words());
        return withSearcher(searcher -> {
            IndexReader reader = searcher.getIndexReader();
            Matching matching = new Matching(wanted, segments, reader.maxDoc());
            if (terms.isEmpty()) {
                for (LeafReaderContext segment : reader.leaves()) {
                    matching.takeAll(segment);
                }
            } else {
                searcher.search(WordQuery.of(terms), new OnOneThread(matching));
            }
            return new Found(matching.total(), hits(reader, matching.page(), wanted, terms), matching.facets());
        });
    }

    private List<Found.Hit> hits(IndexReader reader, int[] page, Wanted wanted, List<String> terms) throws IOException {
        Snippet snippet = new Snippet(words, terms);
        List<Found.Hit> hits = new ArrayList<>(page.length);
        for (int document : page) {
            Entry entry = entry(reader, document);
            hits.add(new Found.Hit(entry, nextOpening(entry, wanted.now()), snippet.of(entry.approach())));
        }
        return hits;
    }

    /** A start that has passed is none; the next one is on its way to us. */
    private @Nullable ZonedDateTime nextOpening(Entry entry, Instant now) {
        NextOpenings openings = segments.openings();
        long start = openings.at(openings.placeOf(UUID.fromString(entry.id())));
        return start <= now.getEpochSecond() || start == NextOpenings.NONE
                ? null
                : Instant.ofEpochSecond(start).atZone(entry.area().zone());
    }

    private Entry entry(IndexReader reader, int document) throws IOException {
        LeafReaderContext segment = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues entries = DocValues.getBinary(segment.reader(), Fields.ENTRY);
        entries.advanceExact(document - segment.docBase);
        BytesRef bytes = entries.binaryValue();
        return json.readValue(bytes.bytes, bytes.offset, bytes.length, Entry.class);
    }

    @Override
    public List<Suggestion> suggest(String beginning, int most) {
        String typed = beginning.strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return List.of();
        }
        Set<Suggestion> found = new LinkedHashSet<>();
        for (Condition condition : Condition.values()) {
            if (Lexicon.of(condition).stream().anyMatch(word -> begins(word, typed))) {
                found.add(new Suggestion(
                        Suggestion.Kind.CONDITION, Lexicon.of(condition).getFirst(), condition.slug()));
            }
        }
        for (Modality modality : Modality.values()) {
            if (Lexicon.of(modality).stream().anyMatch(word -> begins(word, typed))) {
                found.add(new Suggestion(
                        Suggestion.Kind.MODALITY, Lexicon.of(modality).getFirst(), modality.slug()));
            }
        }
        if (found.size() < most) {
            found.addAll(named(typed, most));
        }
        return found.stream().limit(most).toList();
    }

    private static boolean begins(String words, String typed) {
        return Fields.beginnings(words).stream().anyMatch(beginning -> beginning.startsWith(typed));
    }

    private List<Suggestion> named(String typed, int most) {
        return withSearcher(searcher -> {
            List<Suggestion> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(new PrefixQuery(new Term(Fields.BEGINNINGS, typed)), most).scoreDocs) {
                Entry entry = entry(searcher.getIndexReader(), hit.doc);
                Suggestion.Kind kind =
                        entry.kind() == Entry.Kind.THERAPIST ? Suggestion.Kind.THERAPIST : Suggestion.Kind.PRACTICE;
                found.add(new Suggestion(kind, entry.name(), entry.slug()));
            }
            return found;
        });
    }

    @Override
    public long generation() {
        return generation.get();
    }

    @Override
    public List<Entry> unknownAmong(Collection<Entry> listings) {
        return withSearcher(searcher -> {
            List<Entry> unknown = new ArrayList<>();
            for (Entry entry : listings) {
                BytesRef seen = stored(searcher.getIndexReader(), entry.id());
                if (seen == null || !seen.bytesEquals(new BytesRef(json.writeValueAsBytes(entry)))) {
                    unknown.add(entry);
                }
            }
            return unknown;
        });
    }

    @Override
    public Set<String> knownAmong(Collection<String> ids) {
        return withSearcher(searcher -> {
            Set<String> known = new HashSet<>();
            for (String id : ids) {
                if (stored(searcher.getIndexReader(), id) != null) {
                    known.add(id);
                }
            }
            return known;
        });
    }

    /** The entry of that id as searches see it; valid until the next is asked for. */
    private static @Nullable BytesRef stored(IndexReader reader, String id) throws IOException {
        for (LeafReaderContext segment : reader.leaves()) {
            PostingsEnum found = segment.reader().postings(new Term(Fields.ID, id), PostingsEnum.NONE);
            while (found != null && found.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                if (isLive(segment, found.docID())) {
                    BinaryDocValues entries = DocValues.getBinary(segment.reader(), Fields.ENTRY);
                    entries.advanceExact(found.docID());
                    return entries.binaryValue();
                }
            }
        }
        return null;
    }

    private static boolean isLive(LeafReaderContext segment, int document) {
        Bits live = segment.reader().getLiveDocs();
        return live == null || live.get(document);
    }

    @Override
    public void put(Collection<Entry> listings) {
        attempt(() -> {
            for (Entry entry : listings) {
                writer.updateDocument(new Term(Fields.ID, entry.id()), Fields.of(entry, json.writeValueAsBytes(entry)));
            }
        });
    }

    @Override
    public void remove(Collection<String> ids) {
        attempt(() -> {
            for (String id : ids) {
                writer.deleteDocuments(new Term(Fields.ID, id));
            }
        });
    }

    @Override
    public void clear() {
        attempt(writer::deleteAll);
    }

    @Override
    public void show() {
        attempt(() -> {
            searchers.maybeRefreshBlocking();
            generation.incrementAndGet();
        });
    }

    @Override
    public Optional<Instant> knownUpTo() {
        Map<String, String> kept = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(each -> kept.put(each.getKey(), each.getValue()));
        }
        return Fields.VERSION.equals(kept.get(VERSION))
                ? Optional.ofNullable(kept.get(UP_TO)).map(Instant::parse)
                : Optional.empty();
    }

    @Override
    public void keep(Instant upTo) {
        attempt(() -> {
            writer.setLiveCommitData(
                    Map.of(VERSION, Fields.VERSION, UP_TO, upTo.toString()).entrySet());
            writer.commit();
        });
    }

    @Override
    public int size() {
        return withSearcher(searcher -> searcher.getIndexReader().numDocs());
    }

    @Override
    public void close() {
        attempt(() -> {
            searchers.close();
            writer.rollback();
            folder.close();
        });
    }

    private <T> T withSearcher(Work<IndexSearcher, T> work) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.on(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pass over all segments, which share its counts. */
    private record OnOneThread(Matching matching) implements CollectorManager<Matching, Matching> {

        @Override
        public Matching newCollector() {
            return matching;
        }

        @Override
        public Matching reduce(Collection<Matching> same) {
            return matching;
        }
    }

    private interface Work<S, T> {
        T on(S source) throws IOException;
    }

    private interface Step {
        void run() throws IOException;
    }
}
