package org.bodywork.notifications.notification.application;

import java.time.LocalDate;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Reason;
import reactor.core.publisher.Mono;

/** How many reminders a number may get: one text a day, and three a week. */
@FunctionalInterface
public interface ReminderCaps {

    /**
     * Takes a place for this message on this day. Asking again for the same message is asking once.
     *
     * @param number in E.164
     * @param day the recipient's
     * @return why it may not go; nothing when it may
     */
    Mono<Reason> objectionTo(NotificationId message, String number, LocalDate day);
}
