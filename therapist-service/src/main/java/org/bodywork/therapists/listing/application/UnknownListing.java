package org.bodywork.therapists.listing.application;

/** Nothing is published under the name asked for. */
public final class UnknownListing extends RuntimeException {

    private final String kind;

    UnknownListing(String kind) {
        super("no such " + kind, null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
