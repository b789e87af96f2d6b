package org.bodywork.therapists.listing.domain;

/** What a doctor may write that a practice is glad to work with. */
public enum DoctorsPaper {
    REFERRAL,
    LETTER_OF_MEDICAL_NECESSITY;

    public static DoctorsPaper ofSlug(String slug) {
        return Vocabulary.word(DoctorsPaper.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
