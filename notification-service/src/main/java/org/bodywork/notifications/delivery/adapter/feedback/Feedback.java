package org.bodywork.notifications.delivery.adapter.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of emails; more may be in it than we know. */
record Feedback(@Nullable List<Report> events) {

    /**
     * One email.
     *
     * @param type {@code delivered}, {@code bounce} or {@code complaint}; others tell nothing
     * @param messageId its Message-ID, in angle brackets or without
     * @param recipient whom it was sent to
     * @param permanent of a bounce, whether mail to this address comes back for good
     */
    record Report(
            @Nullable String type,
            @Nullable String messageId,
            @Nullable String recipient,
            boolean permanent) {

        /** Names nobody. */
        @Override
        public String toString() {
            return "a report";
        }
    }
}
