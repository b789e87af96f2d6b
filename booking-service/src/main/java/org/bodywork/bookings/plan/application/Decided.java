package org.bodywork.bookings.plan.application;

import java.util.List;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.NextStep;
import org.bodywork.bookings.plan.domain.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What a therapist decides.
 *
 * @param every the new time between visits; null where that stays, or becomes twice as long when it is to be spaced out
 * @param visits how many there are to be now; null where that stays, or becomes three more when it is to be extended
 * @param techniques other ones; empty where they stay
 */
public record Decided(
        NextStep step, @Nullable Cadence every, @Nullable Integer visits, List<String> techniques) {

    private static final int THREE_MORE = 3;

    public Decided {
        techniques = List.copyOf(techniques);
    }

    Terms terms(Terms present) {
        return new Terms(visitsAfter(present), everyAfter(present), present.usual());
    }

    private int visitsAfter(Terms present) {
        if (visits != null) {
            return visits;
        }
        return step == NextStep.EXTEND ? Math.min(Terms.MOST_VISITS, present.visits() + THREE_MORE) : present.visits();
    }

    private Cadence everyAfter(Terms present) {
        if (every != null) {
            return every;
        }
        return step == NextStep.SPACE_OUT ? present.every().wider() : present.every();
    }
}
