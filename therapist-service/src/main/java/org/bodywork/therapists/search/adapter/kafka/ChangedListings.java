package org.bodywork.therapists.search.adapter.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.loop.WorkLoop;
import org.bodywork.therapists.search.application.FollowListings;
import org.bodywork.therapists.search.application.IndexRebuild;
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

    private static final int AT_ONCE = 500;

    private final FollowListings follow;
    private final WorkLoop loop = new WorkLoop("search-index", LOOKS_EVERY, this::round);
    private final Set<String> named = new HashSet<>();
    private final Queue<CompletableFuture<Void>> rebuilds = new ConcurrentLinkedQueue<>();

    ChangedListings(FollowListings follow) {
        this.follow = follow;
    }

    Mono<Void> note(ReceivedEvent event) {
        return Mono.fromRunnable(() -> {
            synchronized (named) {
                named.add(event.aggregateId());
            }
            loop.wake();
        });
    }

    /** Whatever a record may have said, the listings themselves say it too. */
    void lookAtAll() {
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
        List<String> some = take();
        if (some.isEmpty()) {
            follow.catchUp().block(PATIENCE);
        }
        while (!some.isEmpty()) {
            follow.takeOver(some).block(PATIENCE);
            some = take();
        }
    }

    private List<String> take() {
        synchronized (named) {
            List<String> some = named.stream().limit(AT_ONCE).toList();
            some.forEach(named::remove);
            return new ArrayList<>(some);
        }
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
