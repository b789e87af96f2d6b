package org.bodywork.notifications.notification.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.notifications.notification.domain.Messages.TOLD;
import static org.bodywork.notifications.notification.domain.Messages.messagesFor;
import static org.bodywork.notifications.notification.domain.VisitBuilder.START;
import static org.bodywork.notifications.notification.domain.VisitBuilder.aConfirmedVisit;
import static org.bodywork.notifications.notification.domain.VisitBuilder.anOfferUntil;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.notification.application.Visits.Position;
import org.bodywork.notifications.notification.domain.Links.Page;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@MongoContract
class MongoNotificationsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = START.minus(Duration.ofDays(3));

    private final SettableClock clock = SettableClock.at(NOW);
    private final ReactiveMongoTemplate mongo;
    private final MongoNotifications notifications;
    private final MongoVisits visits;
    private final List<Notification> planned = plan(aConfirmedVisit().build());
    private final Notification first = planned.getFirst();

    MongoNotificationsIT(TestDatabase database) {
        mongo = database.template();
        notifications = new MongoNotifications(
                mongo, Outbox.unattended(clock), clock, new EndedMessages(new SimpleMeterRegistry()), () -> {});
        visits = new MongoVisits(mongo, new GuardedWrites(mongo));
    }

    @BeforeEach
    void addWhatIsPlanned() {
        mongo.getCollection(NotificationDocument.COLLECTION)
                .flatMapMany(collection -> collection.createIndexes(MongoWiring.indexes()))
                .blockLast(PATIENCE);
        notifications.addMissing(planned).block(PATIENCE);
    }

    @Test
    void findsWhatWasAddedAsItWas() {
        assertThat(found(first)).isEqualTo(first);
        assertThat(notifications
                        .about(first.about().appointment())
                        .collectList()
                        .block(PATIENCE))
                .containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void keepsWhatIsThereWhenItIsPlannedAgain() {
        Notification sending = save(first.sending(NOW, Fingerprint.of("text"), TOLD));

        notifications.addMissing(planned).block(PATIENCE);

        assertThat(found(first)).isEqualTo(sending);
    }

    @Test
    void keepsEveryStateAsItWas() {
        Notification sending = save(first.sending(NOW, Fingerprint.of("text"), TOLD));
        Notification sent = save(sending.sent("SM1", NOW));
        Notification delivered = save(sent.delivered("SM1", NOW.plusSeconds(1)));

        assertThat(found(first)).isEqualTo(delivered);
    }

    @Test
    void savesOverTheVersionItWasMadeFromOnly() {
        save(first.skipped(Reason.CANCELLED, NOW));

        assertThat(notifications
                        .save(first.sending(NOW, Fingerprint.of("text"), TOLD))
                        .block(PATIENCE))
                .isNull();
        assertThat(found(first).progress())
                .isEqualTo(first.skipped(Reason.CANCELLED, NOW).progress());
    }

    @Test
    void looksAgainAtWhatIsHeldWhenItsTimeComes() {
        Instant morning = NOW.plus(Duration.ofHours(9));

        Notification held = save(first.held(Reason.QUIET_HOURS, morning));

        assertThat(found(first)).isEqualTo(held);
        assertThat(stored(first).getDate("due")).isEqualTo(morning);
        assertThat(stored(first).getDate("dueAt")).isEqualTo(first.due());
    }

    @Test
    void stillReadsWhatWasStoredBeforeThereWereNights() {
        Update asAtFirst =
                new Update().unset("atNight").unset("otherwise").unset("told").unset("accountId");
        mongo.updateFirst(Query.query(where("_id").is(first.id().value())), asAtFirst, NotificationDocument.COLLECTION)
                .block(PATIENCE);

        assertThat(found(first)).isEqualTo(first);
    }

    @Test
    void letsOneOfManyBeginToSend() {
        Long begun = Flux.range(0, 16)
                .flatMap(each -> notifications
                        .save(first.sending(NOW, Fingerprint.of("text" + each), TOLD))
                        .subscribeOn(Schedulers.boundedElastic()))
                .count()
                .block(PATIENCE);

        assertThat(begun).isEqualTo(1);
    }

    @Test
    void tellsOthersInTheSameWriteAndLooksNoMore() {
        save(first.skipped(Reason.CANCELLED, NOW));

        Document stored = stored(first);
        assertThat(stored.getList("outbox", Document.class)).hasSize(1);
        assertThat(stored.get("relay", Document.class)).containsKeys("token", "until");
        assertThat(stored).doesNotContainKeys("due", "claim", "claimableFrom");
    }

    @Test
    void tellsOthersOfWhatIsPlannedAsSkipped() {
        Visit unreachable = aConfirmedVisit().agreeingTo(false, false).build();
        Notification skipped = plan(unreachable).getFirst();
        mongo.dropCollection(NotificationDocument.COLLECTION).block(PATIENCE);

        notifications.addMissing(List.of(skipped)).block(PATIENCE);

        assertThat(found(skipped)).isEqualTo(skipped);
        assertThat(stored(skipped).getList("outbox", Document.class)).hasSize(1);
        assertThat(stored(skipped)).doesNotContainKey("due");
    }

    @Test
    void leavesAloneWhatHasToWait() {
        Notification sending = save(first.sending(NOW, Fingerprint.of("text"), TOLD));

        notifications.saveAndWait(sending.notSent(), Duration.ofMinutes(1)).block(PATIENCE);

        assertThat(stored(first).getDate("claimableFrom")).isEqualTo(NOW.plusSeconds(60));
        assertThat(stored(first)).containsKey("due").doesNotContainKey("claim");
        assertThat(found(first).isPlanned()).isTrue();
    }

    @Test
    void letsWaitAgainWhatHadEnded() {
        Notification removed = save(first.skipped(Reason.RULE_REMOVED, NOW));

        notifications.waitAgain(removed.plannedAgain(first).orElseThrow()).block(PATIENCE);

        assertThat(found(first).isPlanned()).isTrue();
        assertThat(found(first).due()).isEqualTo(first.due());
        assertThat(stored(first).getDate("due")).isEqualTo(first.due());
        assertThat(notifications
                        .aboutAll(List.of(first.about().appointment()))
                        .collectList()
                        .block(PATIENCE))
                .hasSameSizeAs(planned);
    }

    @Test
    void findsEachUpcomingVisitOnceAPageAtATimeAlsoWhereManyStartTogether() {
        List<Visit> all = IntStream.range(0, 25)
                .mapToObj(each -> aConfirmedVisit()
                        .called(UUID.randomUUID().toString())
                        .startingAt(START.plus(Duration.ofHours(each / 10)))
                        .build())
                .toList();
        Flux.fromIterable(all).concatMap(visits::remember).blockLast(PATIENCE);
        visits.remember(aConfirmedVisit()
                        .called(UUID.randomUUID().toString())
                        .startingAt(START.minusSeconds(1))
                        .build())
                .block(PATIENCE);
        PracticeId practice = all.getFirst().practice();

        assertThat(walk(from -> visits.confirmedAfter(from, 7))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(walk(from -> visits.at(practice, from, 7))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(walk(from -> visits.at(new PracticeId("another"), from, 7))).isEmpty();
    }

    private static List<Visit> walk(Function<Position, Flux<Visit>> pages) {
        List<Visit> found = new ArrayList<>();
        List<Visit> page = next(pages, Position.beginningAt(START));
        while (!page.isEmpty()) {
            found.addAll(page);
            page = next(pages, Position.of(page.getLast()));
        }
        return found;
    }

    private static List<Visit> next(Function<Position, Flux<Visit>> pages, Position from) {
        return pages.apply(from).collectList().blockOptional(PATIENCE).orElseThrow();
    }

    @Test
    void keepsTheNewestStateOfAVisit() {
        Visit newer = aConfirmedVisit().atSequence(3).withoutPhone().build();
        visits.remember(newer).block(PATIENCE);

        visits.remember(aConfirmedVisit().atSequence(2).build()).block(PATIENCE);

        assertThat(visits.find(newer.id()).block(PATIENCE)).isEqualTo(newer);
    }

    @Test
    void keepsAllThatAVisitOfASeriesOrAnOfferHas() {
        Visit first = aConfirmedVisit()
                .ofSeries("0d9e3c44-6a53-4c39-8f0e-2b6f1b7a1c55", 1, 2)
                .withPages(Map.of(Page.SERIES, URI.create("http://localhost:8080/series/abc")))
                .build();
        Visit offer = anOfferUntil(START.minus(Duration.ofHours(1)))
                .called("8c4b7e0e-1f0a-4a43-9a4e-2f1f5f0f6d33")
                .build();
        visits.remember(first).block(PATIENCE);
        visits.remember(offer).block(PATIENCE);

        assertThat(visits.find(first.id()).block(PATIENCE)).isEqualTo(first);
        assertThat(visits.find(offer.id()).block(PATIENCE)).isEqualTo(offer);
        assertThat(visits.ofSeries("0d9e3c44-6a53-4c39-8f0e-2b6f1b7a1c55")
                        .collectList()
                        .block(PATIENCE))
                .containsExactly(first);
        assertThat(visits.otherThanVisitsOf(Objects.requireNonNull(offer.clientRef()))
                        .collectList()
                        .block(PATIENCE))
                .containsExactly(offer.id());
    }

    @Test
    void takesUpWhatWasPutOffForAProviderTheMostUrgentFirst() {
        Notification later = plan(aConfirmedVisit()
                        .called("8c4b7e0e-1f0a-4a43-9a4e-2f1f5f0f6d33")
                        .startingAt(START.plus(Duration.ofHours(5)))
                        .build())
                .stream()
                .filter(each -> each.channel() == first.channel() && each.kind() == first.kind())
                .findFirst()
                .orElseThrow();
        notifications.addMissing(List.of(later)).block(PATIENCE);
        Duration fiveMinutes = Duration.ofMinutes(5);
        for (Notification each : List.of(later, first)) {
            Notification begun = each.sending(NOW, Fingerprint.of("text"), TOLD);
            save(begun);
            notifications.saveAndPutOff(begun.notSent(), fiveMinutes).block(PATIENCE);
        }
        assertThat(claimableFrom(first)).isEqualTo(NOW.plus(fiveMinutes));

        assertThat(notifications.takeUp(other(first.channel()), 1).block(PATIENCE))
                .isZero();
        assertThat(notifications.takeUp(first.channel(), 1).block(PATIENCE)).isOne();
        assertThat(Stream.of(first, later).filter(each -> claimableFrom(each) == null))
                .hasSize(1);

        notifications.takeUpAll(first.channel()).block(PATIENCE);
        assertThat(claimableFrom(first)).isNull();
        assertThat(claimableFrom(later)).isNull();
        assertThat(notifications.takeUp(first.channel(), 9).block(PATIENCE)).isZero();
    }

    @Test
    void takesNothingUpThatSomebodyHasInHand() {
        Notification begun = first.sending(NOW, Fingerprint.of("text"), TOLD);
        save(begun);
        notifications.putOff(begun, Duration.ofMinutes(5)).block(PATIENCE);
        mongo.updateFirst(
                        Query.query(where("_id").is(first.id().value())),
                        new Update().set("claim", "a worker's"),
                        NotificationDocument.COLLECTION)
                .block(PATIENCE);

        notifications.takeUpAll(first.channel()).block(PATIENCE);

        assertThat(claimableFrom(first)).isNotNull();
    }

    private @Nullable Instant claimableFrom(Notification message) {
        Document stored = mongo.findById(message.id().value(), Document.class, NotificationDocument.COLLECTION)
                .blockOptional(PATIENCE)
                .orElseThrow();
        return stored.getDate("claimableFrom") == null
                ? null
                : stored.getDate("claimableFrom").toInstant();
    }

    private static Channel other(Channel channel) {
        return channel == Channel.EMAIL ? Channel.SMS : Channel.EMAIL;
    }

    @Test
    void keepsOfWhichVisitsAMessageTold() {
        Visit other =
                aConfirmedVisit().called("8c4b7e0e-1f0a-4a43-9a4e-2f1f5f0f6d33").build();
        Notification told = first.sending(
                NOW,
                Fingerprint.of("text"),
                TOLD.together(List.of(aConfirmedVisit().build(), other)));
        save(told);

        assertThat(found(first)).isEqualTo(told);
        assertThat(found(first).speaksFor(other.id())).isTrue();
    }

    @Test
    void takesNothingBackOfAClientWhoWasForgotten() {
        Visit known = aConfirmedVisit().atSequence(3).build();
        visits.remember(known).block(PATIENCE);
        visits.forgetClient(known.id()).block(PATIENCE);

        visits.remember(aConfirmedVisit().atSequence(4).build()).block(PATIENCE);

        Visit left = Objects.requireNonNull(visits.find(known.id()).block(PATIENCE));
        assertThat(left.client().name()).isEmpty();
        assertThat(left.client().addressOn(Channel.EMAIL)).isEmpty();
        assertThat(left.client().addressOn(Channel.SMS)).isEmpty();
        assertThat(left.start()).isEqualTo(known.start());
    }

    @Test
    void keepsNothingOfAVisitThatIsOnlyHeardOfOnceItsClientIsForgotten() {
        Visit late = aConfirmedVisit().build();
        visits.forgetClient(late.id()).block(PATIENCE);

        visits.remember(late).block(PATIENCE);

        assertThat(visits.find(late.id()).block(PATIENCE)).isNull();
        assertThat(visits.knows(late.id(), late.sequence()).block(PATIENCE)).isTrue();
    }

    private static List<Notification> plan(Visit visit) {
        return messagesFor(new VisitChange(What.CONFIRMED, Side.STAFF, visit, NOW), NOW);
    }

    private Notification save(Notification changed) {
        return Objects.requireNonNull(notifications.save(changed).block(PATIENCE));
    }

    private Notification found(Notification message) {
        return Objects.requireNonNull(notifications.find(message.id()).block(PATIENCE));
    }

    private Document stored(Notification message) {
        return Objects.requireNonNull(
                mongo.findById(message.id().value(), Document.class, NotificationDocument.COLLECTION)
                        .block(PATIENCE));
    }
}
