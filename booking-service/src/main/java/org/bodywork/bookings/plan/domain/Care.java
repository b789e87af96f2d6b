package org.bodywork.bookings.plan.domain;

import java.util.List;

/**
 * What a plan is for: a matter of the client's health, so it is stored sealed.
 *
 * @param goal in the client's words
 * @param techniques modalities of the vocabulary
 */
public record Care(String condition, String goal, List<String> techniques) {

    public Care {
        techniques = List.copyOf(techniques);
    }


    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "care";
    }
}
