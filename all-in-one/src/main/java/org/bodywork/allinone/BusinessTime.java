package org.bodywork.allinone;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.allinone.terminal.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** The time that the services' business goes by, moved in all of them together. */
record BusinessTime(Ports ports, String kafkaServers, ServiceCalls calls) {

    private static final Duration CALMS_WITHIN = Duration.ofMinutes(1);
    private static final long PAUSE_MILLIS = 100;
    /** More than one, because a record handled between two questions makes new work behind our back. */
    private static final int CALM_LOOKS = 2;

    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What a service tells of its clock.
     *
     * @param offset how far business time lies ahead of the machine's
     * @param idle whether nothing waits to be published and nothing is due
     */
    record Reading(Instant now, Duration offset, boolean idle) {}

    /**
     * Waits until what is due now is done, so that it happens at its own time, then moves every service.
     *
     * @return the new business time
     * @throws Trouble when the services do not calm down, or one refuses
     */
    Instant move(Duration step) {
        awaitCalm();
        // The largest, so that services which were moved one by one end up together.
        Duration target = readings().stream()
                .map(Reading::offset)
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plus(step);
        return Stream.of(Service.values())
                .map(service -> moveTo(service, target).now())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void awaitCalm() {
        long deadline = System.nanoTime() + CALMS_WITHIN.toNanos();
        try (Backlog backlog = new Backlog(kafkaServers)) {
            int calmLooks = 0;
            while (calmLooks < CALM_LOOKS) {
                if (System.nanoTime() > deadline) {
                    throw new Trouble(
                            "Business time was not moved, because messages still wait after %d s; see ./bodywork logs"
                                    .formatted(CALMS_WITHIN.toSeconds()));
                }
                pause();
                calmLooks = isCalm(backlog) ? calmLooks + 1 : 0;
            }
        }
    }

    private boolean isCalm(Backlog backlog) {
        return readings().stream().allMatch(Reading::idle) && backlog.isEmpty();
    }

    private List<Reading> readings() {
        return Stream.of(Service.values()).map(this::reading).toList();
    }

    private Reading reading(Service service) {
        return read(service, calls.get(clock(service)));
    }

    private Reading moveTo(Service service, Duration target) {
        String wanted = JSON.writeValueAsString(new Wanted(target.toString()));
        return read(service, calls.post(clock(service), "application/json", wanted));
    }

    private record Wanted(String offset) {}

    private URI clock(Service service) {
        return service.url(ports).resolve("/internal/clock");
    }

    private static Reading read(Service service, HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new Trouble("%s does not tell or take business time (HTTP %d); see ./bodywork logs %s"
                    .formatted(service.module(), answer.statusCode(), service.module()));
        }
        return JSON.readValue(answer.body(), Reading.class);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Moving business time was interrupted.", e);
        }
    }
}
