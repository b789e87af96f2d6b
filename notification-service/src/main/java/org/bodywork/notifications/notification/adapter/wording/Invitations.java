package org.bodywork.notifications.notification.adapter.wording;

import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Invitation;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;

/**
 * What a message says to the reader's calendar: that a confirmed visit takes place, or that it does not. It is the event
 * that the booking site's own calendars show, under the same name and with the same count of changes.
 */
final class Invitations {

    private static final String UID = "@bodywork";

    private Invitations() {}

    static Optional<Invitation> of(Notification notification, Occasion occasion, String title) {
        if (!occasion.together().isEmpty()) {
            // One part can ask a calendar for one event only (RFC 5546, 3.2.2); the page of the series has them all.
            return Optional.empty();
        }
        Visit visit = occasion.visit();
        return switch (notification.kind()) {
            case CONFIRMATION, MOVED, CHANGED, NOT_MOVED ->
                visit.status() == VisitStatus.CONFIRMED
                        ? Optional.of(event(false, notification, occasion, title))
                        : Optional.empty();
            case CANCELLATION -> Optional.of(event(true, notification, occasion, title));
            default -> Optional.empty();
        };
    }

    private static Invitation event(boolean cancelled, Notification notification, Occasion occasion, String title) {
        Visit visit = occasion.visit();
        return new Invitation(
                cancelled,
                visit.id() + UID,
                visit.sequence(),
                notification.plannedAt(),
                visit.zone(),
                visit.start(),
                visit.end(),
                title,
                occasion.place().address());
    }
}
