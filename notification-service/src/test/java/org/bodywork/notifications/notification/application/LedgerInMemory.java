package org.bodywork.notifications.notification.application;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.notifications.delivery.domain.Channel;
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
    private final Map<AppointmentId, Set<NotificationId>> byVisit = new HashMap<>();
    private final Map<NotificationId, Instant> leftAloneUntil = new ConcurrentHashMap<>();
    private final Map<NotificationId, Integer> attempts = new ConcurrentHashMap<>();
    private final Map<NotificationId, Channel> putOff = new ConcurrentHashMap<>();
    private final InstantSource steady;
    private final Death death;

    LedgerInMemory(InstantSource steady, Death death) {
        this.steady = steady;
        this.death = death;
    }

    synchronized List<Notification> all() {
        return List.copyOf(stored.values());
    }

    /** What a worker would claim at this moment. */
    List<Notification> free(Instant businessNow) {
        return all().stream()
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
        putOff.remove(message.id());
        leftAloneUntil.put(message.id(), steady.instant().plus(Duration.ofSeconds(60)));
        return attempts.merge(message.id(), 1, Integer::sum);
    }

    @Override
    public Mono<Void> addMissing(List<Notification> planned) {
        return Flux.fromIterable(planned)
                .concatMap(each -> Mono.fromRunnable(() -> add(each)))
                .then();
    }

    private synchronized void add(Notification planned) {
        stored.putIfAbsent(planned.id(), planned);
        byVisit.computeIfAbsent(planned.about().appointment(), _ -> new LinkedHashSet<>())
                .add(planned.id());
        death.mayCome();
    }

    synchronized List<Notification> of(String visit) {
        return byVisit.getOrDefault(new AppointmentId(visit), Set.of()).stream()
                .map(id -> requireNonNull(stored.get(id)))
                .toList();
    }

    private synchronized Optional<Notification> get(NotificationId id) {
        return Optional.ofNullable(stored.get(id));
    }

    @Override
    public Mono<Notification> find(NotificationId id) {
        return Mono.defer(() -> Mono.justOrEmpty(get(id)));
    }

    @Override
    public Flux<Notification> about(AppointmentId appointment) {
        return Flux.defer(() -> Flux.fromIterable(of(appointment.value())))
                .sort(Comparator.comparing(Notification::due));
    }

    @Override
    public Flux<Notification> aboutAll(List<AppointmentId> appointments) {
        return Flux.fromIterable(appointments).concatMap(this::about);
    }

    @Override
    public Mono<Void> waitAgain(Notification changed) {
        return save(changed).then();
    }

    @Override
    public Mono<Notification> save(Notification changed) {
        return Mono.defer(() -> Mono.justOrEmpty(replace(changed)));
    }

    private synchronized Optional<Notification> replace(Notification changed) {
        if (requireNonNull(stored.get(changed.id())).version() != changed.version() - 1) {
            return Optional.empty();
        }
        stored.put(changed.id(), changed);
        if (changed.progress() instanceof Held) {
            leftAloneUntil.remove(changed.id());
        }
        death.mayCome();
        return Optional.of(changed);
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
    public Mono<Notification> saveAndPutOff(Notification changed, Duration wait) {
        return saveAndWait(changed, wait).doOnNext(saved -> putOff.put(saved.id(), saved.channel()));
    }

    @Override
    public Mono<Void> putOff(Notification unchanged, Duration wait) {
        return lookAgainAfter(unchanged, wait).doOnSuccess(_ -> putOff.put(unchanged.id(), unchanged.channel()));
    }

    @Override
    public Mono<Void> takeUpAll(Channel channel) {
        return takeUp(channel, Integer.MAX_VALUE).then();
    }

    @Override
    public Mono<Long> takeUp(Channel channel, int most) {
        return Mono.fromCallable(() -> all().stream()
                .filter(message -> putOff.get(message.id()) == channel)
                .sorted(Comparator.comparing(Notification::usefulUntil))
                .limit(most)
                .peek(message -> {
                    putOff.remove(message.id());
                    leftAloneUntil.remove(message.id());
                })
                .count());
    }

    @Override
    public void sendDueNow() {
        // Tests work off what is due themselves.
    }
}
