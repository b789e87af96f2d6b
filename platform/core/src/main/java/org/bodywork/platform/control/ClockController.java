package org.bodywork.platform.control;

import java.time.Duration;
import java.time.Instant;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.outbox.OutboxMetrics;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Body;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells and moves this service's business time; reachable with the internal token only. */
@RestController
@RequestMapping("/internal/clock")
class ClockController {

    private final BusinessClock clock;
    private final StoredOffset stored;
    private final OutboxMetrics outboxes;
    private final DueNudges due;

    ClockController(BusinessClock clock, StoredOffset stored, OutboxMetrics outboxes, DueNudges due) {
        this.clock = clock;
        this.stored = stored;
        this.outboxes = outboxes;
        this.due = due;
    }

    /**
     * @param offset how far business time lies ahead of the machine's
     * @param idle whether nothing waits to be published and nothing is due, so that moving leaves nothing behind
     */
    record ClockView(Instant now, Duration offset, boolean idle) {}

    /** The new offset as a whole, so that asking twice moves once. */
    @Body("move-clock")
    record MoveClock(Duration offset) {}

    @GetMapping
    Mono<ClockView> tell() {
        return Mono.zip(outboxes.pendingNow(), due.dueNow(), Long::sum)
                .map(waiting -> new ClockView(clock.now(), clock.offset(), waiting == 0));
    }

    @PostMapping
    Mono<ClockView> move(@RequestBody MoveClock wanted) {
        return stored.raiseTo(wanted.offset())
                .doOnSuccess(_ -> clock.moveTo(wanted.offset()))
                .then(Mono.defer(this::tell));
    }
}
