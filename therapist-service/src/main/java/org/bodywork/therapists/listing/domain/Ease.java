package org.bodywork.therapists.listing.domain;

/** What makes a place easy to reach and to be treated in. */
public enum Ease {
    STEP_FREE,
    ELEVATOR,
    PARKING,
    ACCESSIBLE_PARKING,
    NEAR_TRANSIT,
    ACCESSIBLE_RESTROOM,
    ADJUSTABLE_TABLE;

    public static Ease ofSlug(String slug) {
        return Vocabulary.word(Ease.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
