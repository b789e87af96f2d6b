package org.bodywork.therapists.listing.domain;

/** As therapists state it themselves, where they do. */
public enum Gender {
    WOMAN,
    MAN,
    NONBINARY;

    public static Gender ofSlug(String slug) {
        return Vocabulary.word(Gender.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
