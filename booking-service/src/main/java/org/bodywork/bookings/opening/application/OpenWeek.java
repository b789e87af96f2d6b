package org.bodywork.bookings.opening.application;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.OpenDays;
import org.bodywork.bookings.opening.domain.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Seven days of one treatment's openings.
 *
 * @param before where the seven days before begin; null for the first ones
 * @param after where the seven days after begin; null for the last ones that can be booked
 * @param firstLater the first opening behind these days, where they have none; null where there is none either
 */
public record OpenWeek(
        Listing listing,
        Treatment treatment,
        OpenDays days,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        @Nullable ZonedDateTime firstLater) {}
