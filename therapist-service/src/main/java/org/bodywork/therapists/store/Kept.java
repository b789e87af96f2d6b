package org.bodywork.therapists.store;

/** What became of an aggregate that was to be as somebody says. */
public enum Kept {
    /** It was so already: nothing was written or published. */
    UNCHANGED,
    CHANGED,
    /** Not stored: something that must be its own alone belongs to another. */
    TAKEN;

    public static Kept of(boolean changed) {
        return changed ? CHANGED : UNCHANGED;
    }
}
