package org.bodywork.therapists.search.application;

import java.time.Instant;
import java.util.Set;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.search.domain.Search;

/**
 * A search as the index is asked.
 *
 * @param conditions chosen, or recognised in the words: experience with them ranks
 * @param now by business time, from which an opening's soonness counts
 * @param offset how many results come before the page
 */
public record Wanted(Search search, Set<Condition> conditions, Instant now, int offset, int size) {}
