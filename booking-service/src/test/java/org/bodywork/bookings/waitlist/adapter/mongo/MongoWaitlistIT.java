package org.bodywork.bookings.waitlist.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.PRACTICE;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.FreshKeys;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.waitlist.adapter.kafka.OfferEvents;
import org.bodywork.bookings.waitlist.application.Waitlist.Changed;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.application.WaitlistRefusal.TooManyEntries;
import org.bodywork.bookings.waitlist.domain.AnEntry;
import org.bodywork.bookings.waitlist.domain.Care;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Stage;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.Turn;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@MongoContract
class MongoWaitlistIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());

    private final ReactiveMongoTemplate mongo;
    private final WaitlistLinks links = new WaitlistLinks(Mac.of("1", FreshKeys.key()), "http://localhost");
    private final MongoWaitlist waitlist;
    private final MongoFreedTimes times;

    MongoWaitlistIT(TestDatabase database) {
        SettableClock clock = SettableClock.at(NOW);
        mongo = database.template();
        mongo.getCollection(EntryDocument.COLLECTION)
                .flatMapMany(all -> all.createIndexes(WaitlistStore.entryIndexes()))
                .blockLast(PATIENCE);
        mongo.getCollection(FreedTimeDocument.COLLECTION)
                .flatMapMany(all -> all.createIndexes(WaitlistStore.timeIndexes()))
                .blockLast(PATIENCE);
        OfferEvents events = new OfferEvents(EventCipher.of(FreshKeys.keyset()), links);
        waitlist = new MongoWaitlist(mongo, links, events, Outbox.unattended(clock), new BusinessClock(clock));
        times = new MongoFreedTimes(mongo, links);
    }

    @Test
    void readsAnEntryAsItWasWritten() {
        WaitlistEntry entry = AnEntry.of("Ada", NOW)
                .with(JUNE)
                .livingIn(ZoneId.of("America/Denver"))
                .havingLater(new AppointmentId(UUID.randomUUID()), NOW.plusSeconds(99_000))
                .please();
        add(entry);

        assertThat(now(waitlist.byId(entry.id()))).isEqualTo(entry);
        assertThat(now(waitlist.bySecretHash(links.hashOf(entry.id())))).isEqualTo(entry);
        assertThat(waitingFor(Whom.keyOf(JUNE))).containsExactly(entry);
    }

    @Test
    void findsWhoWaitsForAnybodyThereUntilTheyAreOffered() {
        WaitlistEntry ada = add(AnEntry.of("Ada", NOW).please());
        assertThat(waitingFor(Whom.keyOfArea("maplewood"))).containsExactly(ada);
        assertThat(waitingFor(Whom.keyOfArea("lakewood"))).isEmpty();

        WaitlistEntry offered = now(waitlist.apply(ada.offered(anOffer()).orElseThrow()));

        assertThat(waitingFor(Whom.keyOfArea("maplewood"))).isEmpty();
        assertThat(now(waitlist.byId(ada.id()))).isEqualTo(offered);
        Document outbox = document(ada).getList("outbox", Document.class).getFirst();
        EventContract.of("org.bodywork.offer.made.v1").assertFits(outbox.getString("json"));
        assertThat(outbox.getString("json")).doesNotContain("@");
        now(waitlist.apply(
                offered.passedOn(anOffer().id(), OfferOutcome.DECLINED, NOW).orElseThrow()));
        assertThat(waitingFor(Whom.keyOfArea("maplewood"))).hasSize(1);
    }

    @Test
    void givesOneClientOneOfferEvenInARace() {
        List<WaitlistEntry> entries = List.of(
                add(AnEntry.of("Ada", NOW).asClient("ref-of-ada-0123456789").please()),
                add(AnEntry.of("Ada", NOW).asClient("ref-of-ada-0123456789").please()));

        List<Boolean> offered = Flux.fromIterable(entries)
                .flatMap(entry -> waitlist.apply(entry.offered(anOffer()).orElseThrow())
                        .map(_ -> true)
                        .onErrorReturn(Changed.class, false)
                        .subscribeOn(Schedulers.parallel()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(offered).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void gaveTheLastPlaceOfAContactOnce() {
        add(AnEntry.of("Ada", NOW).asClient("ref-of-one-0123456789").please());
        WaitlistEntry one =
                AnEntry.of("Ada", NOW).asClient("ref-of-one-0123456789").please();

        StepVerifier.create(waitlist.add(one, "hash", 1)).verifyError(TooManyEntries.class);
        assertThat(now(waitlist.add(one, "hash", 2)).isNew()).isTrue();
        assertThat(now(waitlist.add(one, "other", 2)).isNew()).isFalse();
    }

    @Test
    void dropsNothingThatIsYetToBeTold() {
        WaitlistEntry ada = add(AnEntry.of("Ada", NOW).please());
        now(waitlist.apply(ada.offered(anOffer()).orElseThrow()));

        waitlist.drop(ada.id()).block(PATIENCE);

        assertThat(now(waitlist.byId(ada.id())).id()).isEqualTo(ada.id());
    }

    @Test
    void keepsAFreedTimeOnceAndLetsOneOfTwoChangeIt() {
        FreedTime time = aFreedTime();
        times.add(time).then(times.add(time)).block(PATIENCE);
        WaitlistEntry ada = AnEntry.of("Ada", NOW).please();
        Turn turn = Turn.of(ada, aTreatment(), time.zonedStart(), Care.NONE, NOW);
        FreedTime.Change change = time.begin(turn, Duration.ofMinutes(15), NOW);

        FreedTime after = now(times.apply(change));

        StepVerifier.create(times.apply(change)).verifyError(Changed.class);
        assertThat(now(times.byId(time.id()))).isEqualTo(after);
        assertThat(now(times.byOfferHash(links.hashOf(after.last().offer())))).isEqualTo(after);
        assertThat(times.of(new Colleague.Therapist("june", time.therapist()), NOW.minusSeconds(1), 5)
                        .collectList()
                        .block(PATIENCE))
                .containsExactly(after);
        times.drop(time.id()).block(PATIENCE);
        assertThat(now(times.byId(time.id()))).as("it has not ended").isEqualTo(after);
    }

    private static Treatment aTreatment() {
        return aListing().please().treatment(SWEDISH);
    }

    private static FreedTime aFreedTime() {
        Instant start = Instant.parse("2026-11-30T16:00:00Z");
        return new FreedTime(
                new FreedTimeId(UUID.randomUUID()),
                1,
                new TherapistId(UUID.randomUUID()),
                PRACTICE,
                STUDIO,
                CHICAGO,
                start,
                start.plusSeconds(3600),
                NOW,
                Stage.OPEN,
                0,
                List.of(),
                NOW,
                null);
    }

    private static Offer anOffer() {
        Instant start = Instant.parse("2026-11-30T16:00:00Z");
        return new Offer(
                OfferId.of("0b6de0d4-8f53-4a57-9a5e-5f4b7a5b9d20"),
                JUNE,
                SWEDISH,
                PRACTICE,
                STUDIO,
                CHICAGO,
                start,
                start.plusSeconds(3600),
                NOW.plusSeconds(900),
                NOW,
                OfferOutcome.OPEN,
                null);
    }

    private WaitlistEntry add(WaitlistEntry entry) {
        return now(waitlist.add(entry, "hash", 5)).entry();
    }

    private List<WaitlistEntry> waitingFor(String key) {
        return waitlist.waitingFor(List.of(key, "area:nowhere"), 10)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Document document(WaitlistEntry entry) {
        return now(mongo.findById(entry.id().toString(), Document.class, EntryDocument.COLLECTION));
    }

    private static <T> T now(Mono<T> value) {
        return value.blockOptional(PATIENCE).orElseThrow();
    }
}
