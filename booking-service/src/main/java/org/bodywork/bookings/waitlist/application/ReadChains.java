package org.bodywork.bookings.waitlist.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** What staff see of the waitlist: each freed time of theirs, to whom it was offered, and why in that order. */
public final class ReadChains {

    /** So far back. */
    public static final Duration LOOKS_BACK = Duration.ofDays(28);

    private static final int MOST = 200;

    private final FreedTimes times;
    private final Waitlist waitlist;
    private final BusinessClock clock;

    public ReadChains(FreedTimes times, Waitlist waitlist, BusinessClock clock) {
        this.times = times;
        this.waitlist = waitlist;
        this.clock = clock;
    }

    public Mono<Chains> of(Colleague colleague) {
        return times.of(colleague, clock.now().minus(LOOKS_BACK), MOST)
                .collectList()
                .flatMap(found -> waitlist.byIds(found.stream()
                                .flatMap(time -> time.chain().stream())
                                .map(FreedTime.Link::entry)
                                .distinct()
                                .toList())
                        .collectMap(WaitlistEntry::id)
                        .map(entries -> new Chains(found, entries)));
    }

    /**
     * Freed times, newest first.
     *
     * @param entries those that are still known
     */
    public record Chains(List<FreedTime> times, Map<EntryId, WaitlistEntry> entries) {

        /** How many of those that have ended were taken by somebody who waited. */
        public long filled() {
            return times.stream()
                    .filter(time -> time.stage() == FreedTime.Stage.TAKEN)
                    .count();
        }

        /** How long it took from being freed to being taken, half of them at most; zero where none was taken. */
        public Duration usualWait() {
            List<Duration> waits = times.stream()
                    .filter(time -> time.stage() == FreedTime.Stage.TAKEN)
                    .map(time -> Duration.between(time.freedAt(), answeredAt(time)))
                    .sorted()
                    .toList();
            return waits.isEmpty() ? Duration.ZERO : waits.get(waits.size() / 2);
        }

        private static Instant answeredAt(FreedTime time) {
            Instant answered = time.last().answeredAt();
            return answered == null ? time.freedAt() : answered;
        }
    }
}
