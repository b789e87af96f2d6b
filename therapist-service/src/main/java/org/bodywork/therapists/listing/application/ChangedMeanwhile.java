package org.bodywork.therapists.listing.application;

/** The listing is no longer what the editor saw. */
public final class ChangedMeanwhile extends RuntimeException {

    public ChangedMeanwhile() {
        super("the listing was changed meanwhile", null, false, false);
    }
}
