package org.bodywork.therapists.store;

/** Somebody else changed an aggregate between our reading it and writing it: read again, decide again. */
public final class ConcurrentChange extends RuntimeException {

    public ConcurrentChange(Object id) {
        super(id + " was changed by somebody else meanwhile", null, false, false);
    }
}
