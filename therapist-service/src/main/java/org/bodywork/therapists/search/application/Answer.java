package org.bodywork.therapists.search.application;

import java.util.Set;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.search.domain.Search;

/**
 * What a search found, and how it was understood.
 *
 * @param understood the search with all that its words said
 * @param conditions chosen, or recognised in the words
 */
public record Answer(Found found, Search understood, Set<Condition> conditions) {}
