package org.bodywork.therapists.listing.domain;

/** Who may book a treatment. */
public enum Clients {
    ANY,
    NEW,
    RETURNING;

    public static Clients ofSlug(String slug) {
        return Vocabulary.word(Clients.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
