package org.bodywork.notifications.notification.application;

import java.time.Duration;
import java.time.InstantSource;
import org.bodywork.notifications.delivery.domain.Channel;
import reactor.core.publisher.Mono;

/** How fast this instance hands messages to each provider. */
public final class Paces {

    private final Pace emails;
    private final Pace texts;

    /** So many of each a second. */
    public Paces(int emails, int texts, InstantSource steady) {
        this.emails = new Pace(emails, steady);
        this.texts = new Pace(texts, steady);
    }

    /** Comes when it is the next message's turn on this channel. */
    Mono<Void> turn(Channel channel) {
        return Mono.defer(() -> {
            Duration wait = switch (channel) {
                case EMAIL -> emails.take();
                case SMS -> texts.take();
            };
            return wait.isZero() ? Mono.empty() : Mono.delay(wait).then();
        });
    }
}
