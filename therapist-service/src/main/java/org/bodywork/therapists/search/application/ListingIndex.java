package org.bodywork.therapists.search.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bodywork.therapists.search.domain.Entry;

/** Where listings are found quickly. It can be lost: the listings themselves are the truth. Calls may block; changes are made by one
 * thread at a time. */
public interface ListingIndex {

    Found search(Wanted wanted);

    /** Conditions, modalities, therapists and practices with a word that begins so. */
    List<Suggestion> suggest(String beginning, int most);

    /** Rises whenever an answer may have changed. */
    long generation();

    /** Those among the listings that searches do not see just so. */
    List<Entry> unknownAmong(Collection<Entry> listings);

    /** Those among the ids that searches still find. */
    Set<String> knownAmong(Collection<String> ids);

    /** Puts the listings in place of what was known of them. Searches see it once it is shown. */
    void put(Collection<Entry> listings);

    /** Forgets these. Searches see it once it is shown. */
    void remove(Collection<String> ids);

    /** Forgets everything. Searches go on seeing all of the old until the new is shown. */
    void clear();

    /** Lets searches see all changes made so far. */
    void show();

    /** The moment up to which all changes are in, as noted before; nothing for an index that has to be made anew. */
    Optional<Instant> knownUpTo();

    /** Stores all that was put so far, with the moment up to which it holds every change. */
    void keep(Instant upTo);

    int size();
}
