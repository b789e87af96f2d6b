package org.bodywork.bookings.plan.domain;

import java.time.Instant;

/**
 * How a therapist decided that a course goes on; stored sealed with the rest of the {@link Care}.
 *
 * @param proposed what the policy would have done
 * @param visits how many there were by then
 */
public record Decision(Instant at, NextStep proposed, NextStep chosen, int visits) {}
