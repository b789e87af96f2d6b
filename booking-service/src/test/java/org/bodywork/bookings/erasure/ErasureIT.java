package org.bodywork.bookings.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.Answer;
import org.bodywork.bookings.BookingApi;
import org.bodywork.bookings.TestTokens;
import org.bodywork.bookings.TherapistInTown;
import org.bodywork.bookings.Town;
import org.bodywork.bookings.WholeService;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.CancelForGood;
import org.bodywork.bookings.appointment.application.ClientVisits;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.application.ClientTraces;
import org.bodywork.bookings.erasure.Erasure.State;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class ErasureIT {

    private static final String PATH = "/api/erasures";
    private static final String OPERATOR = TestTokens.operator("root");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Town town;
    private final BookingApi api;
    private final ApplicationContext context;
    private final ReactiveMongoTemplate mongo;
    private final BusinessClock clock;

    ErasureIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired ApplicationContext context,
            @Autowired ReactiveMongoTemplate mongo,
            @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.context = context;
        this.mongo = mongo;
        this.clock = clock;
    }

    @Test
    void leavesNothingOfAClientInAnyCollectionOrTopic() {
        Canary canary = new Canary();
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(answeringRequests());
        String longAgo = book(june, canary, "09:00").text("/id");
        clock.moveTo(clock.offset().plus(Duration.ofDays(50)));
        Await.until(
                "the first is archived", () -> isIn("archive", longAgo) && !isIn("appointments", longAgo), so -> so);
        Answer upcoming = book(june, canary, "10:00");
        String declined = book(may, canary, "12:00").text("/id");
        api.call(
                HttpMethod.POST,
                "/api" + URI.create(upcoming.text("/manageUrl")).getPath() + "/waitlist",
                "{\"times\": {}}",
                Map.of("Idempotency-Key", BookingApi.aKey()));
        assertThat(canary.placesIn(mongo)).contains("waitlistEntries");
        api.post(
                "/api/appointments/" + declined + "/decline",
                "{\"reason\": \"%s called\"}".formatted(canary.name()),
                TestTokens.therapist(may.id(), may.id()));
        assertThat(canary.placesIn(mongo)).contains("appointments", "archive");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments", "erasures")) {
            Answer asked = api.post(PATH, canary.body(), OPERATOR);
            String subject = asked.text("/id");
            SeenEvent cancelled = probe.await(
                    "appointments",
                    seen -> seen.text("/id").equals(upcoming.text("/id"))
                            && seen.text("/status").startsWith("CANCELLED"));
            SeenEvent requested =
                    probe.await("erasures", seen -> seen.text("/id").equals(subject));

            assertThat(asked.status()).isEqualTo(202);
            assertThat(cancelled.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
            EventContract.of("org.bodywork.erasure.requested.v1").assertFits(requested.value());
            assertThat(requested.value()).contains(longAgo, upcoming.text("/id"), declined);

            assertThat(canary.placesIn(mongo))
                    .as("while the client is still to be told")
                    .contains("appointments");
            others("notification-service", subject, requested);
            SeenEvent completed = probe.await(
                    "erasures",
                    seen -> seen.text("/id").equals(subject)
                            && seen.text("/service").equals("booking-service"));
            EventContract.of("org.bodywork.erasure.completed.v1").assertFits(completed.value());
            assertThat(api.get(PATH + "/" + subject, OPERATOR).text("/state")).isEqualTo("DONE");
        }

        assertThat(canary.placesIn(mongo)).isEmpty();
        assertThat(canary.topicsOn(KafkaBacking.BROKER.bootstrapServers())).isEmpty();
        String token = TestTokens.therapist(june.id(), june.id());
        assertThat(api.get("/api/appointments/" + upcoming.text("/id"), token).text("/client/name"))
                .isEqualTo("Erased");
        assertThat(api.get("/api/appointments/" + longAgo, token).status()).isEqualTo(200);
        assertThat(api.get("/api" + URI.create(upcoming.text("/manageUrl")).getPath())
                        .status())
                .isEqualTo(404);
        assertThat(book(june, canary, "10:00").status()).isEqualTo(201);
    }

    @Test
    void endsAlikeWhereverItDies() {
        SmartLifecycle workers = context.getBean("dueWorkers", SmartLifecycle.class);
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(answeringRequests());
        workers.stop();
        try {
            int lives = 0;
            Death death;
            do {
                death = Death.atStep(++lives);
                Canary canary = new Canary();
                book(june, canary, "10:00");
                book(may, canary, "12:00");
                forget(canary, death);

                assertThat(canary.placesIn(mongo))
                        .as("after dying at step %s", lives)
                        .isEmpty();
            } while (death.came());
            assertThat(lives).as("steps died at").isGreaterThan(8);
        } finally {
            workers.start();
        }
    }

    /** As the worker would, who dies once. */
    private void forget(Canary canary, Death death) {
        Erasures erasures = context.getBean(Erasures.class);
        ClientVisits visits = death.over(ClientVisits.class, context.getBean(ClientVisits.class));
        Appointments appointments = death.over(Appointments.class, context.getBean(Appointments.class));
        ClientRecords clients = death.over(ClientRecords.class, context.getBean(ClientRecords.class));
        ForgetClient forgetting = new ForgetClient(
                erasures,
                new CancelForGood(visits, appointments, clock),
                visits,
                clients,
                traces(death),
                context.getBean(ManageLinks.class),
                mongo.getConverter());
        String subject = api.post(PATH, canary.body(), OPERATOR).text("/id");
        Await.until(
                "it is done",
                () -> {
                    try {
                        forgetting.handle(claim(subject)).block(PATIENCE);
                    } catch (RuntimeException e) {
                        assertThat(e).isInstanceOf(Death.Died.class);
                    }
                    Erasure now = erasures.of(subject).blockOptional(PATIENCE).orElseThrow();
                    if (now.state() == State.ANNOUNCED) {
                        erasures.note(new ErasureEvents.Completed(
                                        subject, now.sequence(), Erasure.NOTICES, clock.now()))
                                .block(PATIENCE);
                    }
                    return now.state();
                },
                State.DONE::equals);
    }

    private List<ClientTraces> traces(Death death) {
        return context.getBeansOfType(ClientTraces.class).values().stream()
                .map(kept -> death.over(ClientTraces.class, kept))
                .toList();
    }

    private Claimed claim(String subject) {
        String token = UUID.randomUUID().toString();
        Document document = mongo.findAndModify(
                        Query.query(Criteria.where("_id").is(subject)),
                        Update.update("claim", token),
                        FindAndModifyOptions.options().returnNew(true),
                        Document.class,
                        Erasure.COLLECTION)
                .blockOptional(PATIENCE)
                .orElseThrow();
        return new Claimed(document, token, 1);
    }

    @Test
    void isForOperatorsAndForTheOnlyPracticeOfTheClient() {
        Canary canary = new Canary();
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        book(june, canary, "10:00");
        book(may, canary, "12:00");
        Canary onlyJunes = new Canary();
        book(june, onlyJunes, "14:00");
        String manager = TestTokens.manager("boss", june.practiceId());

        Answer notAlone = api.post(PATH, canary.body(), manager);
        Answer alone = api.post(PATH, onlyJunes.body(), manager);

        assertThat(notAlone.status()).isEqualTo(403);
        assertThat(alone.status()).isEqualTo(202);
        assertThat(api.get(PATH + "/" + alone.text("/id"), TestTokens.manager("other", may.practiceId()))
                        .status())
                .isEqualTo(404);
        assertThat(api.post(PATH, canary.body(), TestTokens.therapist(june.id(), june.id()))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(PATH, canary.body()).status()).isEqualTo(401);
        assertThat(api.post(PATH, "{\"email\": \"nobody\"}", OPERATOR).wrongFields())
                .containsExactly("/email");
    }

    @Test
    void isAskedForByWhoeverHoldsTheLinkOfAVisit() {
        Canary canary = new Canary();
        Answer booked = book(town.settle(bookedInstantly()), canary, "10:00");
        String link = "/api" + URI.create(booked.text("/manageUrl")).getPath();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "erasures")) {
            Answer asked = api.post(link + "/forget-me", null);
            SeenEvent requested =
                    probe.await("erasures", seen -> seen.text("/id").equals(asked.text("/id")));
            others("notification-service", asked.text("/id"), requested);

            assertThat(asked.status()).isEqualTo(202);
            Await.until("nothing is left", () -> canary.placesIn(mongo), places -> places.isEmpty());
        }
        assertThat(api.post(link + "/forget-me", null).status()).isEqualTo(404);
        assertThat(api.post("/api/manage/guessed/forget-me", null).status()).isEqualTo(404);
    }

    @Test
    void leavesNothingOfWhoeverCameAlongAndTheOtherPersonTheirs() {
        Canary canary = new Canary();
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(june.colleague());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        booking.putObject("companion")
                .put("name", canary.name())
                .put("email", canary.email())
                .put("therapistId", may.id())
                .put("treatmentId", may.treatmentId());
        Answer booked = api.book(booking);
        assertThat(booked.status()).isEqualTo(201);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "erasures")) {
            Answer asked = api.post(PATH, canary.body(), OPERATOR);
            SeenEvent requested =
                    probe.await("erasures", seen -> seen.text("/id").equals(asked.text("/id")));
            others("notification-service", asked.text("/id"), requested);

            Await.until("nothing is left", () -> canary.placesIn(mongo), places -> places.isEmpty());
        }
        Answer left = api.get("/api/appointments/" + booked.text("/id"), TestTokens.therapist(june.id(), june.id()));
        assertThat(left.text("/client/name")).isEqualTo("Ada Lovelace");
        assertThat(left.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
    }

    @Test
    void tellsNobodyWhetherThereIsSuchAClient() {
        Answer unknown = api.post(PATH, new Canary().body(), OPERATOR);

        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.text("/state")).isEqualTo("CANCELLING");
    }

    private void others(String service, String subject, SeenEvent requested) {
        town.publish(
                "erasures",
                "org.bodywork.erasure.completed.v1",
                subject,
                Long.parseLong(requested.text("/sequence")),
                "{\"id\": \"%s\", \"sequence\": %s, \"service\": \"%s\", \"at\": \"%s\"}"
                        .formatted(subject, requested.text("/sequence"), service, clock.now()));
    }

    private Answer book(TherapistInTown therapist, Canary canary, String time) {
        ObjectNode booking = aBooking(therapist, startAt(town.inTwoWeeks(), time));
        booking.put("note", "My name is " + canary.name() + ".");
        booking.putObject("client")
                .put("name", canary.name())
                .put("email", canary.email())
                .put("phone", canary.phone());
        Answer booked = api.book(booking);
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        return booked;
    }

    private boolean isIn(String collection, String id) {
        return mongo.exists(Query.query(Criteria.where("_id").is(id)), collection)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
