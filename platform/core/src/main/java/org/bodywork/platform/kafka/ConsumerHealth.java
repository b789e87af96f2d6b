package org.bodywork.platform.kafka;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a consumer thread has died: part of liveness, so that the instance is restarted. */
final class ConsumerHealth implements HealthIndicator {

    private final EventContainers containers;

    ConsumerHealth(EventContainers containers) {
        this.containers = containers;
    }

    @Override
    public Health health() {
        List<String> dead = containers.dead();
        return dead.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("dead", dead).build();
    }
}
