package org.bodywork.bookings.waitlist.domain;

/**
 * How somebody's course of care stands, as far as it matters to whose turn it is.
 *
 * @param overdueDays how many days ago the next visit of the plan was due; 0 where none is overdue
 * @param worsening by how many points the pain has risen over the last visits; 0 where it has not
 */
public record Care(int overdueDays, int worsening) {

    public static final Care NONE = new Care(0, 0);

    /** Of two courses of one person what speaks for them more. */
    public Care orMoreUrgent(Care other) {
        return new Care(Math.max(overdueDays, other.overdueDays), Math.max(worsening, other.worsening));
    }
}
