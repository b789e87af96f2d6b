package org.bodywork.notifications.notification.application;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.Progress.Held;
import org.bodywork.notifications.notification.domain.Reason;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notifications in memory, with the same promises, that can die right after a write. */
final class LedgerInMemory implements Notifications {

    private final Map<NotificationId, Notification> stored = new LinkedHashMap<>();
    private final Map<NotificationId, Instant> leftAloneUntil = new LinkedHashMap<>();
    private final Map<NotificationId, Integer> attempts = new LinkedHashMap<>();
    private final InstantSource steady;
    private final Death death;

    LedgerInMemory(InstantSource steady, Death death) {
        this.steady = steady;
        this.death = death;
    }

    List<Notification> all() {
        return List.copyOf(stored.values());
    }

    /** What a worker would claim at this moment. */
    List<Notification> free(Instant businessNow) {
        return stored.values().stream()
                .filter(Notification::isOpen)
                .filter(message -> !dueOf(message).isAfter(businessNow))
                .filter(message ->
                        !leftAloneUntil.getOrDefault(message.id(), Instant.MIN).isAfter(steady.instant()))
                .toList();
    }

    private static Instant dueOf(Notification message) {
        return message.progress() instanceof Held(Reason _, Instant until) ? until : message.due();
    }

    /** Claims for a minute; returns how many times that was. */
    int claim(Notification message) {
        leftAloneUntil.put(message.id(), steady.instant().plus(Duration.ofSeconds(60)));
        return attempts.merge(message.id(), 1, Integer::sum);
    }

    @Override
    public Mono<Void> addMissing(List<Notification> planned) {
        return Flux.fromIterable(planned)
                .concatMap(each -> Mono.fromRunnable(() -> {
                    stored.putIfAbsent(each.id(), each);
                    death.mayCome();
                }))
                .then();
    }

    @Override
    public Mono<Notification> find(NotificationId id) {
        return Mono.defer(() -> Mono.justOrEmpty(stored.get(id)));
    }

    @Override
    public Flux<Notification> about(AppointmentId appointment) {
        return Flux.defer(() -> Flux.fromIterable(all()))
                .filter(each -> each.about().appointment().equals(appointment))
                .sort(Comparator.comparing(Notification::due));
    }

    @Override
    public Mono<Notification> save(Notification changed) {
        return Mono.fromCallable(() -> requireNonNull(stored.get(changed.id())))
                .filter(known -> known.version() == changed.version() - 1)
                .map(_ -> {
                    stored.put(changed.id(), changed);
                    if (changed.progress() instanceof Held) {
                        leftAloneUntil.remove(changed.id());
                    }
                    death.mayCome();
                    return changed;
                });
    }

    @Override
    public Mono<Notification> saveAndWait(Notification changed, Duration wait) {
        return save(changed)
                .doOnNext(
                        saved -> leftAloneUntil.put(saved.id(), steady.instant().plus(wait)));
    }

    @Override
    public Mono<Void> lookAgainAfter(Notification unchanged, Duration wait) {
        return Mono.fromRunnable(
                () -> leftAloneUntil.put(unchanged.id(), steady.instant().plus(wait)));
    }

    @Override
    public void sendDueNow() {
        // Tests work off what is due themselves.
    }
}
