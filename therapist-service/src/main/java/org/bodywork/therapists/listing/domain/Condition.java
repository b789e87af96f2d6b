package org.bodywork.therapists.listing.domain;

/** What people seek help with. */
public enum Condition {
    CHRONIC_PAIN,
    BACK_PAIN,
    NECK_PAIN,
    JOINT_PAIN,
    ARTHRITIS,
    FIBROMYALGIA,
    SPINAL_STENOSIS,
    HEADACHE_MIGRAINE,
    MUSCLE_TENSION,
    LIMITED_MOBILITY,
    STRESS_ANXIETY,
    POOR_SLEEP,
    SPORTS_RECOVERY;

    public static Condition ofSlug(String slug) {
        return Vocabulary.word(Condition.class, slug);
    }

    public String slug() {
        return Vocabulary.slug(this);
    }
}
