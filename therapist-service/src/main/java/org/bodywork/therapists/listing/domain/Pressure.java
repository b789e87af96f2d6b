package org.bodywork.therapists.listing.domain;

/** How firmly somebody is worked on, from the gentlest. */
public enum Pressure {
    LIGHT,
    MEDIUM,
    FIRM;

    public static Pressure ofSlug(String slug) {
        return Vocabulary.word(Pressure.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
