package org.bodywork.bookings.history;

import java.time.Instant;

/** Something that can never have been right. */
public sealed interface Finding {

    /** Two visits had one therapist, room or client at one time. */
    record Overlap(String resource, String oneVisit, String otherVisit, Instant since) implements Finding {}

    /** A change was decided on a state that was not the newest. */
    record BrokenChain(String visit, int entry) implements Finding {}

    /** Version or sequence does not count the changes. */
    record Miscounted(String visit) implements Finding {}

    /** A state was stored that nobody was told of, and nothing is left that would still tell it. */
    record Untold(String visit, long sequence) implements Finding {}

    /** More visits on a day than the therapist takes. */
    record TooManyInADay(String therapist, String date, int visits, Instant since) implements Finding {}
}
