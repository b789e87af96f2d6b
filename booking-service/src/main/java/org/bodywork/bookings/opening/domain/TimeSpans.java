package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Real time in pieces that neither overlap nor touch, in order: what lies in several spans counts once.
 *
 * @param spans the pieces
 */
public record TimeSpans(List<TimeSpan> spans) {

    public static final TimeSpans NONE = new TimeSpans(List.of());

    public TimeSpans {
        spans = List.copyOf(spans);
    }

    public static TimeSpans of(Collection<TimeSpan> any) {
        List<TimeSpan> pieces = new ArrayList<>();
        any.stream().sorted(Comparator.comparing(TimeSpan::from)).forEach(span -> {
            TimeSpan last = pieces.isEmpty() ? null : pieces.getLast();
            if (last != null && !span.from().isAfter(last.until())) {
                pieces.set(pieces.size() - 1, new TimeSpan(last.from(), later(last.until(), span.until())));
            } else {
                pieces.add(span);
            }
        });
        return new TimeSpans(pieces);
    }

    public Duration length() {
        return spans.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** How much of it lies in the others as well. */
    public Duration sharedWith(TimeSpans others) {
        Duration shared = Duration.ZERO;
        int theirs = 0;
        for (TimeSpan own : spans) {
            while (theirs < others.spans.size()
                    && !others.spans.get(theirs).until().isAfter(own.from())) {
                theirs++;
            }
            for (int at = theirs;
                    at < others.spans.size() && others.spans.get(at).from().isBefore(own.until());
                    at++) {
                shared = shared.plus(shared(own, others.spans.get(at)));
            }
        }
        return shared;
    }

    private static Duration shared(TimeSpan one, TimeSpan other) {
        return Duration.between(later(one.from(), other.from()), earlier(one.until(), other.until()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
