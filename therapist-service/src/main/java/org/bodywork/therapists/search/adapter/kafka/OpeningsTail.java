package org.bodywork.therapists.search.adapter.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.loop.WorkLoop;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.search.application.NextOpenings;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Takes over what is told of next openings, twice a second: each taking over ends the life of all remembered answers, so
 * many at once cost what one does.
 */
final class OpeningsTail implements EventHandler, SmartLifecycle {

    private static final Duration TAKES_OVER_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final NextOpenings openings;
    private final BusinessClock clock;
    private final WorkLoop loop = new WorkLoop("search-openings", TAKES_OVER_EVERY, this::takeOver);
    private final Object turn = new Object();
    private List<NextOpenings.Told> waiting = new ArrayList<>();

    OpeningsTail(NextOpenings openings, BusinessClock clock) {
        this.openings = openings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return Mono.fromRunnable(() -> {
            if (event.type().equals(OpeningsChanged.TYPE)) {
                NextOpenings.Told told = event.as(OpeningsChanged.class).told(clock.now());
                synchronized (turn) {
                    waiting.add(told);
                }
            }
        });
    }

    private void takeOver() {
        List<NextOpenings.Told> told;
        synchronized (turn) {
            told = waiting;
            waiting = new ArrayList<>();
        }
        if (!told.isEmpty()) {
            openings.put(told);
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
