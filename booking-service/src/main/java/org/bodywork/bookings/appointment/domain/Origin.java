package org.bodywork.bookings.appointment.domain;

import java.util.Set;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * How a booking or a move came about.
 *
 * @param reason what staff gave as the reason
 * @param waived the rules of the listing that staff set aside for it
 */
public record Origin(Actor by, @Nullable String reason, Set<Waiver> waived) {

    public static final Origin CLIENT = new Origin(Actor.CLIENT, null, Set.of());

    public Origin {
        waived = Set.copyOf(waived);
    }
}
