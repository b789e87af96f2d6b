package org.bodywork.bookings.waitlist.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bodywork.bookings.opening.domain.Treatment;

/**
 * One who could be offered a freed time. Whose turn is first: whose plan is overdue, the longest first; then whose pain
 * rises, the most first; then who has waited longest, counted in whole days; then whom it fits best; then who came first.
 * Price plays no part.
 */
public record Turn(WaitlistEntry entry, Treatment treatment, ZonedDateTime start, Care care, long daysWaited) {

    public static final Comparator<Turn> IN_ORDER = Comparator.comparing(
                    (Turn turn) -> turn.care().overdueDays(), Comparator.reverseOrder())
            .thenComparing(turn -> turn.care().worsening(), Comparator.reverseOrder())
            .thenComparing(Turn::daysWaited, Comparator.reverseOrder())
            .thenComparing(Turn::fit, Comparator.reverseOrder())
            .thenComparing(turn -> turn.entry().since())
            .thenComparing(turn -> turn.entry().id().toString());

    public static Turn of(WaitlistEntry entry, Treatment treatment, ZonedDateTime start, Care care, Instant now) {
        return new Turn(
                entry,
                treatment,
                start,
                care,
                Math.max(0, Duration.between(entry.since(), now).toDays()));
    }

    /** Why it is their turn, for those who look at the chain, in the order in which it counts. */
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        if (care.overdueDays() > 0) {
            reasons.add(new Reason(Reason.Kind.PLAN_OVERDUE, care.overdueDays()));
        }
        if (care.worsening() > 0) {
            // How much is nobody's to read here.
            reasons.add(new Reason(Reason.Kind.NEEDED_SOON, 1));
        }
        reasons.add(new Reason(Reason.Kind.WAITED, daysWaited));
        if (fit() > 0) {
            reasons.add(new Reason(Reason.Kind.ASKED_FOR_THIS_THERAPIST, 1));
        }
        return reasons;
    }

    private int fit() {
        return entry.wish().whom() instanceof Whom.Somebody ? 1 : 0;
    }

    /**
     * Something that spoke for somebody.
     *
     * @param number how many days, where days are meant
     */
    public record Reason(Kind kind, long number) {

        /** What spoke for them; each has its words in the console's bundles. */
        public enum Kind {
            PLAN_OVERDUE,
            NEEDED_SOON,
            WAITED,
            ASKED_FOR_THIS_THERAPIST
        }
    }
}
