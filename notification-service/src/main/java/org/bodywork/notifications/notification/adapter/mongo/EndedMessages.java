package org.bodywork.notifications.notification.adapter.mongo;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Notification;

/** Counts how messages end, by channel and state. Each is there from the start, so that none is missed when it rises. */
final class EndedMessages {

    private static final String NAME = "notifications.ended";

    private final MeterRegistry registry;

    EndedMessages(MeterRegistry registry) {
        this.registry = registry;
        for (Channel channel : Channel.values()) {
            Stream.of("SENT", "DELIVERED", "FAILED", "SKIPPED", "EXPIRED").forEach(state -> count(channel, state, 0));
        }
    }

    void count(Notification ended) {
        count(ended.channel(), ended.progress().getClass().getSimpleName().toUpperCase(Locale.ROOT), 1);
    }

    private void count(Channel channel, String state, int amount) {
        registry.counter(NAME, "channel", channel.name(), "state", state).increment(amount);
    }
}
