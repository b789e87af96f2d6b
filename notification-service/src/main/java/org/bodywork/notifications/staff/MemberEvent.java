package org.bodywork.notifications.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A staff account as it travels on the topic {@code staff}. */
record MemberEvent(
        String id,
        long sequence,
        List<String> roles,
        @Nullable String practiceId,
        @Nullable String therapistId,
        String locale,
        String sealed) {

    static final String TOPIC = "staff";
    static final String TYPE = "org.bodywork.staff.changed.v1";

    /** What travels encrypted. */
    record Contact(String email) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "a contact";
        }
    }
}
