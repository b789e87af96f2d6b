package org.bodywork.notifications.notification.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.application.RacingChangesTest.away;
import static org.bodywork.notifications.notification.application.RacingChangesTest.back;
import static org.bodywork.notifications.notification.application.RacingChangesTest.cancelledVisit;
import static org.bodywork.notifications.notification.application.RacingChangesTest.ids;
import static org.bodywork.notifications.notification.domain.MessageKind.CANCELLATION;
import static org.bodywork.notifications.notification.domain.MessageKind.CHANGED;
import static org.bodywork.notifications.notification.domain.MessageKind.REMINDER;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.killed.NoStaff;
import org.bodywork.notifications.killed.NobodyOptedOut;
import org.bodywork.notifications.notification.adapter.mongo.StoredLedger;
import org.bodywork.notifications.notification.application.RacingChangesTest.Change;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import org.bodywork.notifications.notification.domain.Backoff;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Messages;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What {@link RacingChangesTest} says of ten thousand changes in memory, of hundreds against a real database and the
 * workers of two instances.
 */
class RacingWorkersIT {

    private static final int CANCELLED = 80;
    private static final int MOVED = 80;
    private static final int MOVED_AND_BACK = 30;
    private static final int LEFT = 40;
    private static final int THREADS = 4;
    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofSeconds(5);
    private static final Duration BEFORE = Duration.ofHours(24);
    private static final Place PLACE = new Place("Maplewood Hands", null, null, null, null);

    private final SettableClock now = SettableClock.at(START.minus(Duration.ofDays(3)));
    private final BusinessClock business = new BusinessClock(now);
    private final TestDatabase database = MongoBacking.best().freshDatabase();
    private final StoredLedger ledger = StoredLedger.in(database.template());
    private final ProviderInMemory provider = new ProviderInMemory(new Death());
    private final NobodyOptedOut suppressions = new NobodyOptedOut();
    private final NoStaff staff = new NoStaff();
    private final Map<AppointmentId, AppointmentNow> owned = new ConcurrentHashMap<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<AnnotationConfigApplicationContext> instances = new ArrayList<>();

    private final PlanMessages planMessages = new PlanMessages(
            _ -> Mono.just(Messages.A_DAY_BEFORE),
            staff,
            (_, _) -> Mono.empty(),
            ledger.notifications(),
            ledger.visits(),
            business);

    private final List<String> cancelled = ids(CANCELLED);
    private final List<String> moved = ids(MOVED);
    private final List<String> movedAndBack = ids(MOVED_AND_BACK);
    private final List<String> left = ids(LEFT);

    @AfterEach
    void close() {
        instances.forEach(AnnotationConfigApplicationContext::close);
        database.close();
    }

    @Test
    void sendNoReminderLongAfterwardsCorrectWhatWasOvertakenAndMissNoLiveVisit() throws Exception {
        ledger.createIndexes();
        everybodyIsConfirmed();
        instances.add(anInstance());
        instances.add(anInstance());
        awaitAllThatIsDue();

        now.set(START.minus(BEFORE));
        race();

        awaitAllThatIsDue();
        // Staff's changes are told when they have rested.
        now.advance(Duration.ofMinutes(3));
        awaitAllThatIsDue();
        now.advance(Duration.ofMinutes(3));
        awaitAllThatIsDue();
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
        assertThat(provider.ids()).doesNotHaveDuplicates();
    }

    private void everybodyIsConfirmed() {
        Flux.fromStream(Stream.of(cancelled, moved, movedAndBack, left).flatMap(Collection::stream))
                .map(id -> aConfirmedVisit().called(id).build())
                .doOnNext(visit -> owned.put(visit.id(), new AppointmentNow(VisitStatus.CONFIRMED, START)))
                .flatMap(visit -> hear(What.CONFIRMED, visit), AT_ONCE)
                .blockLast(PATIENCE);
    }

    private Mono<Void> hear(What what, Visit visit) {
        return planMessages.after(new VisitChange(what, Side.STAFF, visit, business.now()));
    }

    private void race() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Runnable> changes = new ArrayList<>();
            cancelled.forEach(id -> changes.add(() -> change(id, threads, List.of(cancelledVisit(id)))));
            moved.forEach(id -> changes.add(() -> change(id, threads, List.of(away(id)))));
            movedAndBack.forEach(id -> changes.add(() -> change(id, threads, List.of(away(id), back(id)))));
            Collections.shuffle(changes, new Random(20261124));
            for (Future<?> done : changes.stream().map(threads::submit).toList()) {
                done.get();
            }
        }
    }

    /** Made and acknowledged; heard of when whatever waits before it is done. */
    private void change(String id, ExecutorService threads, List<Change> changes) {
        changes.forEach(change -> {
            Visit visit = change.visit().build();
            owned.put(visit.id(), new AppointmentNow(visit.status(), visit.start()));
            acknowledged.put(id, System.nanoTime());
        });
        threads.execute(() -> changes.forEach(
                change -> hear(change.what(), change.visit().build()).block(PATIENCE)));
    }

    private AnnotationConfigApplicationContext anInstance() {
        Clock steady = Clock.systemUTC();
        SendMessage sendMessage = new SendMessage(
                ledger.notifications(),
                ledger.visits(),
                new Objections(
                        ledger.notifications(),
                        ledger.visits(),
                        new Readers(staff),
                        suppressions,
                        id -> Mono.justOrEmpty(owned.get(id)),
                        (_, _, _) -> Mono.empty(),
                        () -> false,
                        business),
                new Composition(_ -> Mono.just(PLACE), RacingWorkersIT::words),
                new Paces(10_000, 10_000, steady),
                new Outgoing(provider, provider, suppressions),
                suppressions,
                new Recovery(ledger.notifications()),
                new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)),
                business,
                steady);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(ReactiveMongoTemplate.class, ledger::mongo);
        context.registerBean(BusinessClock.class, () -> business);
        context.registerBean(Clock.class, () -> steady);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(
                DueQueue.class,
                () -> new DueQueue(
                        "notifications",
                        StoredLedger.COLLECTION,
                        8,
                        PATIENCE,
                        work -> sendMessage.send(ledger.notificationIn(work), work.attempts())));
        context.scan("org.bodywork.platform.due");
        context.refresh();
        return context;
    }

    private void awaitAllThatIsDue() {
        Await.until(
                "all that is due has ended",
                () -> ledger.mongo()
                        .count(Query.query(where("due").lte(business.now())), StoredLedger.COLLECTION)
                        .blockOptional(PATIENCE)
                        .orElseThrow(),
                due -> due == 0);
    }

    private static OutgoingMessage words(Notification notification, Occasion occasion) {
        String id = notification.id().value();
        String address = occasion.reader().address();
        String text = notification.kind() + " " + occasion.visit().start();
        return switch (notification.channel()) {
            case EMAIL -> new EmailMessage(id, address, occasion.place().practice(), null, text, text, text);
            case SMS -> new TextMessage(id, address, text);
        };
    }

    private Duration latestReminderAfterItsChange() {
        return Stream.concat(cancelled.stream(), moved.stream())
                .flatMap(id -> of(id, REMINDER).stream())
                .filter(message -> message.about().sequence() == 1 && RacingChangesTest.isSent(message))
                .map(message -> Duration.ofNanos(provider.takenAt(message.id().value())
                        - acknowledged.getOrDefault(
                                message.about().appointment().value(), 0L)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private List<Notification> of(String visit, MessageKind kind) {
        return ledger.notifications()
                .about(new AppointmentId(visit))
                .filter(message -> message.kind() == kind)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
