package org.bodywork.therapists.importing.domain;

import org.bodywork.therapists.listing.domain.PracticeId;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be imported.
 *
 * @param dryRun only to say what would become of each row
 * @param only the one practice that rows may be about; none where they may be about any
 * @param replacing the file is all there is of that practice: whom it does not name is withdrawn
 * @param confirmed how many withdrawals somebody has agreed to
 */
public record ImportOrder(
        boolean dryRun,
        @Nullable PracticeId only,
        boolean replacing,
        @Nullable Integer confirmed) {

    public ImportOrder {
        if (replacing && only == null) {
            throw new IllegalArgumentException("only one practice is replaced at a time");
        }
    }

    /** Whether so many may go. A file that was cut off, or is another's, shows by naming too few. */
    public boolean allowsWithdrawing(int missing, int listed) {
        return 2L * missing <= listed || (confirmed != null && confirmed == missing);
    }
}
