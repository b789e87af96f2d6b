package org.bodywork.therapists.search.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bodywork.therapists.search.domain.Entry;
import org.jspecify.annotations.Nullable;

/** An index that searches nothing, with what is put and what is shown kept apart. */
final class IndexInMemory implements ListingIndex {

    private final Map<String, Entry> written = new HashMap<>();
    private Map<String, Entry> shown = Map.of();
    private @Nullable Instant upTo;
    private int clearings;

    /** As a former run of the service left it. */
    static IndexInMemory keptAt(Instant moment, Entry... entries) {
        IndexInMemory index = neverKept(entries);
        index.upTo = moment;
        return index;
    }

    /** As a former run left it that ended too early. */
    static IndexInMemory neverKept(Entry... entries) {
        IndexInMemory index = new IndexInMemory();
        index.put(List.of(entries));
        index.show();
        return index;
    }

    Collection<Entry> shown() {
        return shown.values();
    }

    int clearings() {
        return clearings;
    }

    @Override
    public Found search(Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Suggestion> suggest(String beginning, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long generation() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Entry> unknownAmong(Collection<Entry> listings) {
        return listings.stream()
                .filter(entry -> !entry.equals(shown.get(entry.id())))
                .toList();
    }

    @Override
    public Set<String> knownAmong(Collection<String> ids) {
        return ids.stream().filter(shown::containsKey).collect(Collectors.toSet());
    }

    @Override
    public void put(Collection<Entry> listings) {
        listings.forEach(entry -> written.put(entry.id(), entry));
    }

    @Override
    public void remove(Collection<String> ids) {
        written.keySet().removeAll(Set.copyOf(ids));
    }

    @Override
    public void clear() {
        clearings++;
        written.clear();
    }

    @Override
    public void show() {
        shown = Map.copyOf(written);
    }

    @Override
    public Optional<Instant> knownUpTo() {
        return Optional.ofNullable(upTo);
    }

    @Override
    public void keep(Instant moment) {
        upTo = moment;
    }

    @Override
    public int size() {
        return shown.size();
    }
}
