package org.bodywork.therapists.listing.application;

/** A practice cannot give up what its therapists rely on. */
public final class StillInUse extends RuntimeException {

    private final Why why;

    StillInUse(Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    /** What is relied on. */
    public enum Why {
        /** A location to be removed, where somebody works. */
        LOCATION,
        /** A room to be removed, which somebody's treatment names. */
        ROOM,
        /** The practice to be withdrawn, at which somebody is published. */
        PRACTICE
    }

    public Why why() {
        return why;
    }
}
