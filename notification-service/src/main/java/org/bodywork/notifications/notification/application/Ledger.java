package org.bodywork.notifications.notification.application;

import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.MaskedAddress;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Mono;

/** What staff may see of the messages about a visit. */
public final class Ledger {

    private final Notifications notifications;
    private final Visits visits;

    public Ledger(Notifications notifications, Visits visits) {
        this.notifications = notifications;
        this.visits = visits;
    }

    /** A message and, masked, where it went or will go. */
    public record Row(Notification notification, Optional<MaskedAddress> recipient) {}

    /** Fails with {@link UnknownAppointment} when the visit is unknown or another practice's. */
    public Mono<List<Row>> of(AppointmentId appointment, PracticeId practice) {
        return visits.find(appointment)
                .filter(visit -> visit.practice().equals(practice))
                .switchIfEmpty(Mono.error(() -> new UnknownAppointment(appointment)))
                .flatMap(this::rows);
    }

    private Mono<List<Row>> rows(Visit visit) {
        return notifications
                .about(visit.id())
                .map(message -> row(message, visit))
                .collectList();
    }

    private static Row row(Notification message, Visit visit) {
        return new Row(
                message,
                visit.client()
                        .addressOn(message.channel())
                        .map(address -> MaskedAddress.of(message.channel(), address)));
    }
}
