package org.bodywork.bookings.nextopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.bodywork.bookings.Answer;
import org.bodywork.bookings.BookingApi;
import org.bodywork.bookings.TestTokens;
import org.bodywork.bookings.TherapistInTown;
import org.bodywork.bookings.Town;
import org.bodywork.bookings.WholeService;
import org.bodywork.bookings.opening.application.KnownTherapists;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

@WholeService
class NextOpeningsIT {

    private static final String OPENINGS = OpeningsChanged.TOPIC;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ReactiveMongoTemplate mongo;
    private final KnownTherapists therapists;
    private final EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), OPENINGS);

    NextOpeningsIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ReactiveMongoTemplate mongo,
            @Autowired KnownTherapists therapists) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.mongo = mongo;
        this.therapists = therapists;
    }

    @AfterEach
    void leave() {
        probe.close();
    }

    @Test
    void areToldOnceAListingIsKnown() {
        TherapistInTown june = town.settle(bookedInstantly());

        SeenEvent event = told(june, 1);

        EventContract.of(OpeningsChanged.TYPE).assertFits(event.value());
        assertThat(event.key()).isEqualTo(june.id());
        assertThat(event.text("/openings/0/treatmentId")).isEqualTo(june.treatmentId());
        assertThat(start(event)).isEqualTo(firstStart(june));
    }

    @Test
    void moveOnWhenTheyAreBookedAndComeBackWhenTheVisitIsCancelled() {
        TherapistInTown june = town.settle(bookedInstantly());
        Instant first = start(told(june, 1));

        Answer booked = api.book(
                aBooking(june, first.atZone(Town.ZONE).toOffsetDateTime().toString()));
        Instant second = start(told(june, 2));
        api.post(
                "/api/appointments/" + booked.text("/id") + "/cancel",
                "{\"reason\": \"ill\"}",
                TestTokens.therapist(june.id(), june.id()));

        assertThat(second).isAfter(first);
        assertThat(start(told(june, 3))).isEqualTo(first);
    }

    @Test
    void followTheLastRoomOfTheHouse() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm"));
        TherapistInTown may = town.settle(june.colleague());
        Instant first = start(told(june, 1));
        told(may, 1);

        api.book(aBooking(may, first.atZone(Town.ZONE).toOffsetDateTime().toString()));

        assertThat(start(told(june, 2))).isAfter(first);
    }

    @Test
    void areToldAgainOnceTheyArePast() {
        TherapistInTown june = town.settle(bookedInstantly());
        Instant first = start(told(june, 1));

        clock.moveTo(clock.offset().plus(Duration.between(clock.now(), first)));

        assertThat(start(told(june, 2))).isAfter(first);
    }

    @Test
    void comeBackWhenARequestExpires() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(5));
        Instant first = start(told(june, 1));

        api.book(aBooking(june, first.atZone(Town.ZONE).toOffsetDateTime().toString()));
        told(june, 2);
        clock.moveTo(clock.offset().plus(Duration.ofMinutes(5)));

        assertThat(start(told(june, 3))).isEqualTo(firstStart(june));
    }

    @Test
    void areNoneForAWithdrawnListing() {
        TherapistInTown june = town.settle(bookedInstantly());
        told(june, 1);

        town.settle(june.withdrawn(2));

        assertThat(told(june, 2).data().at("/openings").isEmpty()).isTrue();
    }

    @Test
    void costNothingWhenALaterTimeIsBooked() {
        TherapistInTown june = town.settle(bookedInstantly());
        told(june, 1);
        Document before = stored(june);

        api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        TherapistInTown may = town.settle(bookedInstantly());
        told(may, 1);

        assertThat(stored(june)).as("looked at neither again nor later").isEqualTo(before);
    }

    @Test
    void areLookedForAfterANewStartWhereNobodyEverDid() {
        TherapistInTown june = town.settle(bookedInstantly());
        told(june, 1);
        mongo.remove(byId(june), NextOpeningsDocument.COLLECTION).block(PATIENCE);

        new FirstLook(therapists, mongo, clock).start();

        Await.until("they are found again", () -> stored(june), found -> found.containsKey("openings"));
    }

    @Test
    void areLookedForAgainWhenAChangeCameWhileSomebodyLooked() {
        TherapistInTown june = town.settle(bookedInstantly());
        Instant first = start(told(june, 1));
        String elsewhere = "a lease that another instance holds";
        mongo.updateFirst(byId(june), Update.update("claim", elsewhere).set("decidedBy", "2000-01-01"), "nextOpenings")
                .block(PATIENCE);

        api.book(aBooking(june, first.atZone(Town.ZONE).toOffsetDateTime().toString()));

        assertThat(start(told(june, 2))).isAfter(first);
        assertThat(stored(june)).doesNotContainKey("claim");
    }

    private SeenEvent told(TherapistInTown therapist, long sequence) {
        return probe.await(
                OPENINGS,
                seen -> therapist.id().equals(seen.key())
                        && seen.text("/sequence").equals(Long.toString(sequence)));
    }

    private static Instant start(SeenEvent event) {
        return Instant.parse(event.text("/openings/0/start"));
    }

    private Instant firstStart(TherapistInTown therapist) {
        var today = clock.now().atZone(Town.ZONE).toLocalDate();
        List<String> starts = api.openings(therapist, today, today.plusDays(2))
                .body()
                .at("/days")
                .valueStream()
                .flatMap(day -> day.at("/starts").valueStream())
                .map(start -> start.asString())
                .toList();
        return OffsetDateTime.parse(starts.getFirst()).toInstant();
    }

    private Document stored(TherapistInTown therapist) {
        Document found = mongo.findOne(byId(therapist), Document.class, NextOpeningsDocument.COLLECTION)
                .block(PATIENCE);
        if (found == null) {
            return new Document();
        }
        // What is told already may still wait for its clean-up.
        List.of("outbox", "relay").forEach(found::remove);
        return found;
    }

    private static Query byId(TherapistInTown therapist) {
        return Query.query(Criteria.where("_id").is(therapist.id()));
    }
}
