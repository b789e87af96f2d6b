package org.bodywork.bookings.plan.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a plan is for and how it goes: a matter of the client's health, so it is stored sealed.
 *
 * @param goal in the client's words
 * @param techniques modalities of the vocabulary
 */
public record Care(String condition, String goal, List<String> techniques, List<Decision> decisions) {

    public Care {
        techniques = List.copyOf(techniques);
        decisions = List.copyOf(decisions);
    }

    /** The same as the therapist words it anew; what was decided stays. */
    public Care as(String otherCondition, String otherGoal, List<String> otherTechniques) {
        return new Care(otherCondition, otherGoal, otherTechniques, decisions);
    }

    Care after(Decision decision, List<String> otherTechniques) {
        return new Care(
                condition,
                goal,
                otherTechniques,
                Stream.concat(decisions.stream(), Stream.of(decision)).toList());
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "care";
    }
}
