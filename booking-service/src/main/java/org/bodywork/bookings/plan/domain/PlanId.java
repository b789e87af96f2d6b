package org.bodywork.bookings.plan.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.AppointmentId;

/** Names one treatment plan. */
public record PlanId(UUID value) {

    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    /** The plan made at that visit: there is one at most, however often it is asked for. */
    public static PlanId madeAt(AppointmentId visit) {
        return new PlanId(UUID.nameUUIDFromBytes(("plan|" + visit).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
