package org.bodywork.therapists.search.adapter.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.loop.WorkLoop;
import org.bodywork.therapists.search.application.FollowListings;
import org.bodywork.therapists.search.application.IndexRebuild;
import org.bodywork.therapists.store.Dated;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

/**
 * Makes the index follow the listings: at once where an event names one, and every half minute whatever else changed,
 * should an event have been missed. The service answers nobody before the index is up to date.
 */
final class ChangedListings implements IndexRebuild, SmartLifecycle {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);

    /** Enough for all there are: giving up would interrupt the writing of the index. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A burst of events becomes few steps: each of them ends the life of all remembered answers. */
    private static final Duration STEP = Duration.ofMillis(200);

    private static final int AT_ONCE = 500;

    private final FollowListings follow;
    private final WorkLoop loop = new WorkLoop("search-index", LOOKS_EVERY, this::round);
    private final Map<UUID, Instant> named = new LinkedHashMap<>();
    private final Queue<CompletableFuture<Void>> rebuilds = new ConcurrentLinkedQueue<>();
    private volatile long looksAt = System.nanoTime() + LOOKS_EVERY.toNanos();

    ChangedListings(FollowListings follow) {
        this.follow = follow;
    }

    Mono<Void> note(ReceivedEvent event) {
        return Mono.fromRunnable(() -> {
            synchronized (named) {
                named.put(UUID.fromString(event.aggregateId()), event.time());
            }
            loop.wake();
        });
    }

    /** Whatever a record may have said, the listings themselves say it too. */
    void lookAtAll() {
        looksAt = System.nanoTime();
        loop.wake();
    }

    @Override
    public Mono<Void> rebuild() {
        return Mono.fromFuture(() -> {
            CompletableFuture<Void> asked = new CompletableFuture<>();
            rebuilds.add(asked);
            loop.wake();
            return asked;
        });
    }

    private void rebuildIfAsked() {
        List<CompletableFuture<Void>> asked =
                Stream.generate(rebuilds::poll).takeWhile(Objects::nonNull).toList();
        if (!asked.isEmpty()) {
            try {
                follow.rebuild().block(PATIENCE);
                asked.forEach(each -> each.complete(null));
            } catch (RuntimeException e) {
                asked.forEach(each -> each.completeExceptionally(e));
            }
        }
    }

    private void round() {
        rebuildIfAsked();
        takeOverNamed().block(PATIENCE);
        if (System.nanoTime() - looksAt >= 0) {
            looksAt = System.nanoTime() + LOOKS_EVERY.toNanos();
            follow.catchUp(takeOverNamed()).block(PATIENCE);
        }
    }

    /** A step at a time, until nobody is named any more. */
    private Mono<Void> takeOverNamed() {
        return Mono.fromSupplier(this::take)
                .repeat()
                .takeWhile(some -> !some.isEmpty())
                .concatMap(some -> follow.takeOver(some).then(Mono.delay(STEP)), 0)
                .then();
    }

    private List<Dated<UUID>> take() {
        List<Dated<UUID>> some = new ArrayList<>();
        synchronized (named) {
            Iterator<Map.Entry<UUID, Instant>> all = named.entrySet().iterator();
            while (all.hasNext() && some.size() < AT_ONCE) {
                Map.Entry<UUID, Instant> next = all.next();
                some.add(new Dated<>(next.getKey(), next.getValue()));
                all.remove();
            }
        }
        return some;
    }

    @Override
    public void start() {
        follow.begin().block(PATIENCE);
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    /** After indexes and topics are there, before anything is heard or answered. */
    @Override
    public int getPhase() {
        return 10;
    }
}
