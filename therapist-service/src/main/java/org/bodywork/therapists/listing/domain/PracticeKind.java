package org.bodywork.therapists.listing.domain;

/** Where people find massage therapists. */
public enum PracticeKind {
    WELLNESS_CENTER,
    CLINIC,
    PAIN_MANAGEMENT;

    public static PracticeKind ofSlug(String slug) {
        return Vocabulary.word(PracticeKind.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
