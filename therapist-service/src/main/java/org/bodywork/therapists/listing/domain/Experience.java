package org.bodywork.therapists.listing.domain;

/** How many years a therapist has worked with people who have this condition. */
public record Experience(Condition condition, int years) {

    private static final int LONGEST_CAREER = 80;

    public Experience {
        if (years < 0 || years > LONGEST_CAREER) {
            throw new InvalidValue("years must be 0 to " + LONGEST_CAREER);
        }
    }
}
