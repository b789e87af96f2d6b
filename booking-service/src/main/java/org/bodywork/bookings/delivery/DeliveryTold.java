package org.bodywork.bookings.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service reads of what became of a message. Kinds, reasons and states may grow. */
record DeliveryTold(
        String id,
        String appointmentId,
        long sequence,
        String kind,
        String channel,
        String recipient,
        String state,
        @Nullable String reason,
        Instant at) {

    static final String TOPIC = "deliveries";
    static final String TYPE = "org.bodywork.notification.delivery.v1";

    static final String REMINDER = "REMINDER";
    static final String EMAIL = "EMAIL";
    static final String CLIENT = "CLIENT";
    static final String SENT = "SENT";
    static final String DELIVERED = "DELIVERED";
    static final String FAILED = "FAILED";

    /** Whether it arrived could not be found out: nothing is known against the address. */
    static final String UNKNOWN = "OUTCOME_UNKNOWN";
}
