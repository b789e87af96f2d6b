package org.bodywork.therapists.listing.application;

import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, and whose listings are theirs to keep.
 *
 * @param operator keeps all of them
 * @param manages the practice whose listings they keep
 * @param own their own listing
 */
public record Editor(
        boolean operator,
        @Nullable PracticeId manages,
        @Nullable TherapistId own) {

    public boolean mayEdit(Therapist therapist) {
        return operator
                || therapist.practice().equals(manages)
                || therapist.id().equals(own);
    }

    /** The practice's own listing, and who is listed there. */
    public boolean mayEdit(PracticeId practice) {
        return operator || practice.equals(manages);
    }

    /** Whether they keep other listings than their own. */
    public boolean keepsPractices() {
        return operator || manages != null;
    }
}
