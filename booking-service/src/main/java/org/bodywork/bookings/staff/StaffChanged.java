package org.bodywork.bookings.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of a staff account as it is published. The sealed part is nobody's business here. */
record StaffChanged(
        String id,
        long sequence,
        List<String> roles,
        @Nullable String practiceId,
        @Nullable String therapistId) {

    static final String TOPIC = "staff";
    static final String TYPE = "org.bodywork.staff.changed.v1";
}
