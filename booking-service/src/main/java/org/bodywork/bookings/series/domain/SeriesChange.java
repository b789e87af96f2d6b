package org.bodywork.bookings.series.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done, or was last done, to several visits of a series.
 *
 * @param items one for each visit concerned
 */
public record SeriesChange(Kind kind, List<Item> items) {

    public SeriesChange {
        items = List.copyOf(items);
    }

    /** What is done. */
    public enum Kind {
        MOVE,
        CANCEL
    }

    /** What came of it for one visit. */
    public enum Result {
        PENDING,
        DONE,
        /** The therapist is asked; until there is an answer the visit stays. */
        ASKED,
        /** It cannot be done, and the visit is as it was. */
        REFUSED
    }

    /**
     * One visit.
     *
     * @param number of the date it was booked for
     * @param start where it is moved to; null where it is cancelled
     */
    public record Item(int number, @Nullable Instant start, Result result) {

        public Item with(Result came) {
            return new Item(number, start, came);
        }
    }
}
