package org.bodywork.bookings.opening.adapter.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.bookings.opening.application.TailPulse;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.loop.WorkLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends this instance's beat twice a second. The topic has one partition, so one beat shows that all is heard. */
@Component
final class Heart implements SmartLifecycle {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Beats are not to wait for each other: the pulse would miss some whenever the broker is slow. */
    private static final Duration HANDED_OVER_WITHIN = Duration.ofMillis(50);

    private final TailPulse pulse;
    private final Publisher publisher;
    private final Clock steady;
    private final WorkLoop loop = new WorkLoop("occupancy-beat", INTERVAL, this::beat);

    Heart(TailPulse pulse, Publisher publisher, Clock steady) {
        this.pulse = pulse;
        this.publisher = publisher;
        this.steady = steady;
    }

    private void beat() {
        try {
            publisher.publish(
                    List.of(new OccupancyBeat(pulse.instance(), steady.instant()).event()), HANDED_OVER_WITHIN);
        } catch (Publisher.NotPublished e) {
            // It may arrive all the same, and when it does not, that says everything.
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
