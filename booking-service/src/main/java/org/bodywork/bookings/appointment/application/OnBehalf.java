package org.bodywork.bookings.appointment.application;

import java.util.Set;
import org.bodywork.bookings.appointment.domain.Origin;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;

/**
 * Staff who book or move for a client.
 *
 * @param waived the rules they set aside, for the reason they give
 */
public record OnBehalf(
        Colleague colleague, Set<Waiver> waived, @Nullable String reason) {

    public OnBehalf {
        waived = Set.copyOf(waived);
    }

    Origin origin() {
        return new Origin(colleague.actor(), reason, waived);
    }
}
