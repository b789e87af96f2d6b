package org.bodywork.therapists.listing.domain;

/** Only what is published is shown and can be booked. */
public enum ListingStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN;

    public static ListingStatus ofSlug(String slug) {
        return Vocabulary.word(ListingStatus.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
