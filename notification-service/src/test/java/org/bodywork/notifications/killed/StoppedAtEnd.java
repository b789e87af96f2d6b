package org.bodywork.notifications.killed;

import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.killed.Case.Step;
import org.bodywork.notifications.notification.application.Notifications;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Progress.Sending;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A ledger that may have to wait before it is told what came of an attempt. */
record StoppedAtEnd(Notifications ledger, Hold hold) implements Notifications {

    @Override
    public Mono<Notification> save(Notification changed) {
        return changed.progress() instanceof Sending
                ? ledger.save(changed)
                : outcomeOf(changed).then(Mono.defer(() -> ledger.save(changed)));
    }

    @Override
    public Mono<Notification> saveAndWait(Notification changed, Duration wait) {
        return outcomeOf(changed).then(Mono.defer(() -> ledger.saveAndWait(changed, wait)));
    }

    @Override
    public Mono<Void> lookAgainAfter(Notification unchanged, Duration wait) {
        return outcomeOf(unchanged).then(Mono.defer(() -> ledger.lookAgainAfter(unchanged, wait)));
    }

    private Mono<Void> outcomeOf(Notification message) {
        return hold.at(Case.of(message), Step.BEFORE_LEDGER);
    }

    @Override
    public Mono<Void> addMissing(List<Notification> planned) {
        return ledger.addMissing(planned);
    }

    @Override
    public Mono<Notification> find(NotificationId id) {
        return ledger.find(id);
    }

    @Override
    public Flux<Notification> about(AppointmentId appointment) {
        return ledger.about(appointment);
    }

    @Override
    public Flux<Notification> aboutAll(List<AppointmentId> appointments) {
        return ledger.aboutAll(appointments);
    }

    @Override
    public Mono<Void> waitAgain(Notification changed) {
        return ledger.waitAgain(changed);
    }

    @Override
    public Mono<Notification> saveAndPutOff(Notification changed, Duration wait) {
        return outcomeOf(changed).then(Mono.defer(() -> ledger.saveAndPutOff(changed, wait)));
    }

    @Override
    public Mono<Void> putOff(Notification unchanged, Duration wait) {
        return outcomeOf(unchanged).then(Mono.defer(() -> ledger.putOff(unchanged, wait)));
    }

    @Override
    public Mono<Void> takeUpAll(Channel channel) {
        return ledger.takeUpAll(channel);
    }

    @Override
    public Mono<Long> takeUp(Channel channel, int most) {
        return ledger.takeUp(channel, most);
    }

    @Override
    public void sendDueNow() {
        ledger.sendDueNow();
    }
}
