package org.bodywork.bookings.opening.application;

import java.time.LocalDate;
import org.bodywork.bookings.opening.domain.Need;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.jspecify.annotations.Nullable;

/**
 * A question for the openings of everybody who meets a need; the dates are those of each therapist's zone, both
 * inclusive.
 *
 * @param after the last therapist of the part before; null for the first part
 */
public record AreaQuery(
        Need need, LocalDate from, LocalDate to, @Nullable TherapistId after) {}
