package org.bodywork.platform.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order in which an instance works off what has piled up. It is read anew for every few hundred, so it costs little
 * and what becomes due meanwhile is not left out for long.
 */
final class Line {

    static final int LENGTH = 500;

    /** A worker that is up to date claims within a second. */
    private static final Duration BEHIND = Duration.ofSeconds(30);

    private final Deque<Object> waiting = new ArrayDeque<>();
    private boolean behind;

    /** Notes how late the work was that was claimed just now. */
    synchronized void claimed(Instant due, Instant now) {
        behind = behind || due.plus(BEHIND).isBefore(now);
    }

    /** Whether those in line come first. */
    synchronized boolean isBehind() {
        return behind;
    }

    /** Who is next; nothing when the line has to be read anew. */
    synchronized @Nullable Object next() {
        return waiting.poll();
    }

    /** Where they do not fill a line, all are soon done in any order. */
    synchronized void read(List<Object> ids) {
        waiting.addAll(ids);
        behind = ids.size() == LENGTH;
    }
}
