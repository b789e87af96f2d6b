package org.bodywork.therapists.search.domain;

/**
 * How well a therapist fits what somebody looks for, from 0 to about 130 points. Experience with the condition weighs
 * most, since it is what people in pain ask for first; nearness and a soon opening follow; a rating only tips scales,
 * and counts for less while there are few reviews.
 */
public final class Match {

    private static final double EXPERIENCE = 40;
    private static final double MODALITY = 15;
    private static final double WORDS = 30;
    private static final double NEARNESS = 20;
    private static final double SOONNESS = 15;
    private static final double RATING = 10;

    /** Beyond so many years more experience makes no difference. */
    private static final double SEASONED_YEARS = 15;

    private static final double HALF_AS_NEAR_MILES = 8;
    private static final double HALF_AS_SOON_HOURS = 72;

    private static final double USUAL_RATING = 4;
    private static final double DOUBTING_REVIEWS = 5;
    private static final double BEST_RATING = 5;

    private Match() {}

    /**
     * Experience with the conditions asked for.
     *
     * @param years with the one of them that the therapist knows best; negative when with none
     */
    public static double experience(int years) {
        // Even the first year says that the therapist works with it: half; the rest comes with time.
        return years < 0 ? 0 : EXPERIENCE * (0.5 + 0.5 * Math.min(years, SEASONED_YEARS) / SEASONED_YEARS);
    }

    /** A way of massage that is often chosen for a condition asked for. */
    public static double modality(boolean oftenChosen) {
        return oftenChosen ? MODALITY : 0;
    }

    /** How well the words fit. */
    public static double words(float score) {
        return WORDS * score / (score + 10);
    }

    public static double nearness(double miles) {
        return NEARNESS * HALF_AS_NEAR_MILES / (HALF_AS_NEAR_MILES + miles);
    }

    public static double soonness(double hours) {
        return SOONNESS * HALF_AS_SOON_HOURS / (HALF_AS_SOON_HOURS + Math.max(0, hours));
    }

    /**
     * What clients say.
     *
     * @param damped see {@link #damped}
     */
    public static double rating(double damped) {
        return RATING * damped / BEST_RATING;
    }

    /**
     * The mean rating as if some more reviews had been given, neither good nor bad: one five-star review is no proof.
     *
     * @param sum of all ratings, 1 to 5 each
     */
    public static double damped(int sum, int count) {
        return (sum + USUAL_RATING * DOUBTING_REVIEWS) / (count + DOUBTING_REVIEWS);
    }
}
