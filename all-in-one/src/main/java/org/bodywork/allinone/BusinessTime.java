package org.bodywork.allinone;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.allinone.http.Answer;
import org.bodywork.allinone.http.Http;
import org.bodywork.allinone.process.Waiting;
import org.bodywork.allinone.terminal.Trouble;
import tools.jackson.databind.json.JsonMapper;

/** The time that the services' business goes by, moved in all of them together. */
record BusinessTime(Ports ports, String kafkaServers, Http calls) {

    private static final Duration CALMS_WITHIN = Duration.ofMinutes(1);
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
        // The farthest, so that services which were moved one by one end up together.
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

    /** The business time of the service that is farthest ahead. */
    Instant now() {
        return readings().stream()
                .map(Reading::now)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Waits until nothing is due and nothing is on its way.
     *
     * @throws Trouble when that takes too long
     */
    void awaitCalm() {
        try (Backlog backlog = new Backlog(kafkaServers)) {
            Waiting.until(
                    () -> isCalm(backlog),
                    calm -> calm,
                    CALMS_WITHIN,
                    _ -> "messages still wait to be sent; see ./bodywork logs");
        }
    }

    /** Looks twice, because a record handled between two questions makes new work behind our back. */
    private boolean isCalm(Backlog backlog) {
        return Stream.generate(() -> readings().stream().allMatch(Reading::idle) && backlog.isEmpty())
                .limit(2)
                .allMatch(calm -> calm);
    }

    private List<Reading> readings() {
        return Stream.of(Service.values()).map(this::reading).toList();
    }

    private Reading reading(Service service) {
        return read(service, calls.get(clock(service)));
    }

    private Reading moveTo(Service service, Duration target) {
        // Whole seconds, rounded up: JSON Schema's durations know no fractions.
        Duration whole = Duration.ofSeconds(target.plusSeconds(1).minusNanos(1).toSeconds());
        return read(service, calls.postJson(clock(service), new Wanted(whole.toString())));
    }

    private record Wanted(String offset) {}

    private URI clock(Service service) {
        return service.url(ports).resolve("/internal/clock");
    }

    private static Reading read(Service service, Answer answer) {
        if (!answer.isOk()) {
            throw new Trouble("%s does not tell or take business time (HTTP %d); see ./bodywork logs %s"
                    .formatted(service.module(), answer.status(), service.module()));
        }
        return JSON.readValue(answer.text(), Reading.class);
    }
}
