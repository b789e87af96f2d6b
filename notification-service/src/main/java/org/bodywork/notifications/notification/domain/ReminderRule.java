package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When clients are reminded.
 *
 * @param before how long before the start, in elapsed time
 * @param apartFromConfirmation a reminder this soon after the confirmation tells nothing new
 */
public record ReminderRule(Duration before, Duration apartFromConfirmation) {

    public static final ReminderRule A_DAY_BEFORE = new ReminderRule(Duration.ofHours(24), Duration.ofHours(2));

    Instant dueFor(Visit visit) {
        return visit.start().minus(before);
    }

    boolean comesTooSoonAfter(Instant confirmedAt, Visit visit) {
        return dueFor(visit).isBefore(confirmedAt.plus(apartFromConfirmation));
    }
}
