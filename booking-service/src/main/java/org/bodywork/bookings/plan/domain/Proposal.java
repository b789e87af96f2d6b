package org.bodywork.bookings.plan.domain;

import java.util.List;

/** What the policy would do next, and why. The therapist decides. */
public record Proposal(NextStep step, List<Reason> reasons) {

    public Proposal {
        reasons = List.copyOf(reasons);
    }

    static Proposal of(NextStep step, Reason... reasons) {
        return new Proposal(step, List.of(reasons));
    }

    /**
     * One reason.
     *
     * @param words the sentence, as the pages' words are called
     * @param numbers what stands in it
     */
    public record Reason(String words, List<Integer> numbers) {

        public Reason {
            numbers = List.copyOf(numbers);
        }

        static Reason of(String words, Integer... numbers) {
            return new Reason(words, List.of(numbers));
        }
    }
}
