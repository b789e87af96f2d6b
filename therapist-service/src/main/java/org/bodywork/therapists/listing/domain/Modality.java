package org.bodywork.therapists.listing.domain;

/** A way of massage. */
public enum Modality {
    SWEDISH,
    DEEP_TISSUE,
    TRIGGER_POINT,
    MYOFASCIAL_RELEASE,
    HOT_STONE,
    CBD_OIL,
    MEDICAL;

    public static Modality ofSlug(String slug) {
        return Vocabulary.word(Modality.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
