package org.bodywork.bookings.nextopening;

import java.util.List;
import org.bodywork.bookings.nextopening.OpeningsChanged.NextStart;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What was last told about a therapist, and when to look again.
 *
 * @param sequence of what was told; 0 while nothing was
 * @param openings as they were told; none while nothing was
 */
record NextOpeningsDocument(
        @Id String id, long sequence, @Nullable List<NextStart> openings) {

    static final String COLLECTION = "nextOpenings";

    /** Where the therapist works: a room taken there may decide. */
    static final String LOCATIONS = "locations";

    /** Changes after this local date decide nothing. */
    static final String DECIDED_BY = "decidedBy";

    /** Set and cleared by the queue: somebody is looking at this moment. */
    static final String CLAIM = "claim";

    boolean hasTold(List<NextStart> now) {
        return now.equals(openings);
    }

    OpeningsChanged told() {
        return new OpeningsChanged(id, sequence, openings == null ? List.of() : openings);
    }
}
