package org.bodywork.therapists.listing.application;

/** Nothing is there under the name asked for, or nothing that the asker may see. */
public final class UnknownListing extends RuntimeException {

    private final String kind;

    public UnknownListing(String kind) {
        super("no such " + kind, null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
