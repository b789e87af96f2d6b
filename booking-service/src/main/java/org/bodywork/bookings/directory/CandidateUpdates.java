package org.bodywork.bookings.directory;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bodywork.bookings.opening.application.Candidates;
import org.bodywork.bookings.opening.application.ChangedListings;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.loop.WorkLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Keeps in memory whom clients can choose from: all of it is read before this instance serves anybody, and then whatever any
 * instance says has changed, many at a time and on a thread of its own, so that nobody who tells it has to wait.
 */
@Component
final class CandidateUpdates implements SmartLifecycle, ChangedListings {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 500;

    private final ReactiveMongoTemplate mongo;
    private final Candidates candidates;
    private final WorkLoop loop = new WorkLoop("candidates", LOOKS_EVERY, this::readChanged);
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean anything;

    CandidateUpdates(ReactiveMongoTemplate mongo, Candidates candidates) {
        this.mongo = mongo;
        this.candidates = candidates;
    }

    @Override
    public void told(TherapistId therapist) {
        synchronized (changed) {
            changed.add(therapist.toString());
        }
        loop.wake();
    }

    @Override
    public void mayHaveMissedAny() {
        synchronized (changed) {
            anything = true;
        }
        loop.wake();
    }

    private void readChanged() {
        if (takeAnything()) {
            try {
                read(new Query());
            } catch (RuntimeException e) {
                mayHaveMissedAny();
                throw e;
            }
        }
        for (List<String> ids = takeSome(); !ids.isEmpty(); ids = takeSome()) {
            try {
                read(Query.query(Criteria.where("_id").in(ids)));
            } catch (RuntimeException e) {
                putBack(ids);
                throw e;
            }
        }
    }

    private boolean takeAnything() {
        synchronized (changed) {
            boolean taken = anything;
            anything = false;
            return taken;
        }
    }

    private List<String> takeSome() {
        synchronized (changed) {
            List<String> taken = changed.stream().limit(AT_ONCE).toList();
            taken.forEach(changed::remove);
            return taken;
        }
    }

    private void putBack(List<String> ids) {
        synchronized (changed) {
            changed.addAll(ids);
        }
    }

    private void read(Query which) {
        Copies.readAll(mongo, Copies.LISTINGS, which, CandidateState.FIELDS, CandidateState.class)
                .map(CandidateState::candidate)
                .doOnNext(candidates::put)
                .then()
                .block(PATIENCE);
    }

    @Override
    public void start() {
        read(new Query());
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

    /** After indexes and business time are there, before anybody is served. */
    @Override
    public int getPhase() {
        return 20;
    }
}
