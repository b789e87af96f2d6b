package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.delivery.application.DeliveryReports;
import org.bodywork.notifications.delivery.domain.DeliveryReport;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** Brings what a provider reports later into the ledger. Repeated, late and unknown reports change nothing. */
public final class TakeDeliveryReport implements DeliveryReports {

    private static final int TRIES = 5;

    private final Notifications notifications;
    private final BusinessClock clock;

    public TakeDeliveryReport(Notifications notifications, BusinessClock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Fails when others kept changing the notification. */
    @Override
    public Mono<Void> take(DeliveryReport report) {
        return Mono.defer(() -> tryOnce(report))
                .filter(done -> done)
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(Mono.error(() -> new StillChanging(idOf(report))))
                .then();
    }

    private Mono<Boolean> tryOnce(DeliveryReport report) {
        return notifications
                .find(idOf(report))
                .flatMap(known -> bringIn(report, known))
                .defaultIfEmpty(true);
    }

    /** Whether that is done; not when somebody else changed the notification at the same time. */
    private Mono<Boolean> bringIn(DeliveryReport report, Notification known) {
        return known.reported(report, clock.now())
                .map(changed -> notifications
                        .addMissing(changed.elsewhere(clock.now()).stream().toList())
                        .then(notifications.save(changed).hasElement()))
                .orElseGet(() -> Mono.just(true));
    }

    private static NotificationId idOf(DeliveryReport report) {
        return new NotificationId(report.message());
    }
}
