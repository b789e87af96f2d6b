package org.bodywork.therapists.search.application;

import java.time.ZonedDateTime;
import java.util.List;
import org.bodywork.therapists.search.domain.Entry;
import org.bodywork.therapists.search.domain.Facets;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param total on all pages
 */
public record Found(int total, List<Hit> hits, Facets facets) {

    public Found {
        hits = List.copyOf(hits);
    }

    /**
     * A listing that was found.
     *
     * @param nextOpening in the zone of the place; none while none is known, or when it has passed
     * @param snippet what it says of itself with the words searched for; empty when it says none of them
     */
    public record Hit(Entry entry, @Nullable ZonedDateTime nextOpening, List<Piece> snippet) {

        public Hit {
            snippet = List.copyOf(snippet);
        }
    }

    /** A piece of text that is, or is not, one of the words searched for. */
    public record Piece(String text, boolean match) {}
}
