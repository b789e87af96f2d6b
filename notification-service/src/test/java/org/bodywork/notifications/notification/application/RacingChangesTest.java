package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CHANGED;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress.Sent;
import org.bodywork.notifications.notification.domain.Progress.Skipped;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitBuilder;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand cancels and moves at the very moment at which the reminders go out, on real threads. The owner has made a
 * change, and said so, before it is heard of here.
 */
class RacingChangesTest {

    private static final int CANCELLED = 4_000;
    private static final int MOVED = 4_000;
    private static final int MOVED_AND_BACK = 1_000;
    private static final int LEFT = 3_000;
    private static final int THREADS = 8;
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final Duration BEFORE = Duration.ofHours(24);

    private final World world = new World();
    private final List<String> cancelled = ids(CANCELLED);
    private final List<String> moved = ids(MOVED);
    private final List<String> movedAndBack = ids(MOVED_AND_BACK);
    private final List<String> left = ids(LEFT);
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void sendNoReminderLongAfterwardsCorrectWhatWasOvertakenAndMissNoLiveVisit() throws Exception {
        everybodyIsConfirmed();
        world.clock.set(START.minus(BEFORE));

        race();

        world.keepsTrying(Duration.ofMinutes(6));
        assertThat(cancelled).allSatisfy(id -> {
            assertThat(of(id, CANCELLATION)).hasSize(2).allMatch(RacingChangesTest::isSent);
            assertThat(of(id, REMINDER)).allMatch(RacingChangesTest::hasEnded);
        });
        assertThat(moved).allSatisfy(id -> {
            assertThat(of(id, CHANGED)).hasSize(2).allMatch(RacingChangesTest::isSent);
            assertThat(of(id, REMINDER)).filteredOn(Notification::isPlanned).hasSize(2);
        });
        assertThat(movedAndBack)
                .allSatisfy(id -> assertThat(of(id, REMINDER))
                        .allMatch(RacingChangesTest::hasEnded)
                        .filteredOn(RacingChangesTest::isSent)
                        .extracting(Notification::channel)
                        .containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS));
        assertThat(left)
                .allSatisfy(id -> assertThat(of(id, REMINDER)).hasSize(2).allMatch(RacingChangesTest::isSent));
        assertThat(latestReminderAfterItsChange()).isLessThan(LATEST);
        assertThat(world.provider.ids()).doesNotHaveDuplicates();
    }

    private void everybodyIsConfirmed() {
        for (List<String> visits : List.of(cancelled, moved, movedAndBack, left)) {
            visits.forEach(id -> world.hears(What.CONFIRMED, aConfirmedVisit().called(id)));
        }
        world.sendsWhatIsDue();
    }

    private void race() throws Exception {
        List<Runnable> work = new ArrayList<>();
        world.ledger.free(world.clock.instant()).forEach(message -> work.add(() -> world.sends(message)));
        // Closing it waits for the last event.
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            cancelled.forEach(id -> work.add(() -> changes(id, threads, List.of(cancelledVisit(id)))));
            moved.forEach(id -> work.add(() -> changes(id, threads, List.of(away(id)))));
            movedAndBack.forEach(id -> work.add(() -> changes(id, threads, List.of(away(id), back(id)))));
            Collections.shuffle(work, new Random(20261124));
            for (Future<?> done : work.stream().map(threads::submit).toList()) {
                done.get();
            }
        }
    }

    /** One after the other they are made and acknowledged; their events come when whatever waits before them is done. */
    private void changes(String id, ExecutorService threads, List<Change> changes) {
        changes.forEach(change -> {
            Visit now = change.visit().build();
            world.ownerSays(id, new AppointmentNow(now.status(), now.start()));
            acknowledged.put(id, System.nanoTime());
        });
        threads.execute(() -> changes.forEach(change -> world.hears(change.what(), change.visit())));
    }

    record Change(What what, VisitBuilder visit) {}

    static Change cancelledVisit(String id) {
        return new Change(
                What.CANCELLED,
                aConfirmedVisit()
                        .called(id)
                        .now(VisitStatus.CANCELLED_BY_CLIENT)
                        .atSequence(2));
    }

    static Change away(String id) {
        return new Change(
                What.MOVED,
                aConfirmedVisit().called(id).movedTo(START.plus(BEFORE)).atSequence(2));
    }

    static Change back(String id) {
        return new Change(
                What.MOVED,
                aConfirmedVisit()
                        .called(id)
                        .movedTo(START.plus(BEFORE))
                        .movedTo(START)
                        .atSequence(3));
    }

    /** How long after its visit's change was acknowledged the last overtaken reminder was handed over. */
    private Duration latestReminderAfterItsChange() {
        return Stream.concat(cancelled.stream(), moved.stream())
                .flatMap(id -> of(id, REMINDER).stream())
                .filter(message -> message.about().sequence() == 1 && isSent(message))
                .map(message ->
                        Duration.ofNanos(world.provider.takenAt(message.id().value())
                                - acknowledged.getOrDefault(
                                        message.about().appointment().value(), 0L)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<Notification> of(String visit, MessageKind kind) {
        return world.ledger.of(visit).stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }

    static boolean isSent(Notification message) {
        return message.progress() instanceof Sent;
    }

    static boolean hasEnded(Notification message) {
        return isSent(message) || message.progress() instanceof Skipped;
    }

    static List<String> ids(int count) {
        return Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
    }
}
