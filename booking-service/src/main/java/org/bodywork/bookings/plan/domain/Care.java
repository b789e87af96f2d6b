package org.bodywork.bookings.plan.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    public Care after(Decision decision, List<String> otherTechniques) {
        return new Care(
                condition,
                goal,
                otherTechniques,
                Stream.concat(decisions.stream(), Stream.of(decision)).toList());
    }

    /** When the therapist last decided how it goes on; null before that. */
    public @Nullable Instant lastDecision() {
        return decisions.isEmpty() ? null : decisions.getLast().at();
    }

    /** How many visits there were when the technique was last changed; null when it never was. */
    public @Nullable Integer lastTechniqueChange() {
        return decisions.reversed().stream()
                .filter(decision -> decision.chosen() == NextStep.CHANGE_TECHNIQUE)
                .findFirst()
                .map(Decision::visits)
                .orElse(null);
    }

    /** Shows nothing of anybody's health. */
    @Override
    public String toString() {
        return "care";
    }
}
