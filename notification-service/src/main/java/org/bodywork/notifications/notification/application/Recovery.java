package org.bodywork.notifications.notification.application;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.notifications.delivery.domain.Channel;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes up what was put off because a provider was away as soon as it is back: all at once, so that it goes in the order
 * of use. While the provider is away a few are tried now and then, and what they meet is how its return is noticed.
 */
public final class Recovery {

    /** As many as a breaker wants to see, and no more work than that while nothing gets through. */
    private static final int TRIED = 5;

    private final Notifications notifications;

    /** A process before this one may have put something off. */
    private final Map<Channel, Boolean> away = new ConcurrentHashMap<>(Map.of(Channel.EMAIL, true, Channel.SMS, true));

    public Recovery(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Something was put off on this channel. */
    void isAway(Channel channel) {
        away.put(channel, true);
    }

    /** The provider gave an answer, whatever it was. */
    Mono<Void> answered(Channel channel) {
        return Mono.defer(() -> away.replace(channel, true, false)
                ? notifications.takeUpAll(channel).doOnSuccess(_ -> notifications.sendDueNow())
                : Mono.empty());
    }

    /** Lets a few be tried on each channel whose provider was away last; to be called every few seconds. */
    public Mono<Void> tryAgain() {
        return Flux.fromIterable(away.entrySet())
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .concatMap(this::tryAgain)
                .then();
    }

    private Mono<Void> tryAgain(Channel channel) {
        return notifications
                .takeUp(channel, TRIED)
                .doOnNext(taken -> {
                    if (taken > 0) {
                        notifications.sendDueNow();
                    }
                })
                .then();
    }
}
