package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.http.HttpMethod;

@WholeService
class PlanIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ManageLinks links;
    private final PlanLinks plans;
    private final ReactiveMongoTemplate mongo;

    PlanIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ManageLinks links,
            @Autowired PlanLinks plans,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.links = links;
        this.plans = plans;
        this.mongo = mongo;
    }

    @Test
    void isMadeAtAVisitAgreedOnAndOfferedWhenTheNextVisitIsDue() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        String token = token(june);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "plans")) {
            String plan = aPlan().replace("TUESDAY", visitDay().getDayOfWeek().name());
            Answer made = api.post("/api/appointments/" + visit + "/plan", plan, token);

            assertThat(made.status()).isEqualTo(201);
            assertThat(made.text("/status")).isEqualTo("PROPOSED");
            assertThat(made.text("/goal")).isEqualTo("Walk to the lake again");
            String id = made.text("/id");
            SeenEvent proposed = await(probe, id, 1);
            EventContract.of("org.bodywork.plan.proposed.v1").assertFits(proposed.value());
            assertThat(proposed.value()).doesNotContain("lake", "back-pain");

            String secret = plans.secretOf(PlanId.of(id));
            Answer read = api.get("/api/plan/" + secret);
            assertThat(read.text("/plan/goal")).isEqualTo("Walk to the lake again");
            assertThat(read.body().at("/plan").has("proposal")).isFalse();
            assertThat(read.body().has("next")).isFalse();
            complete(june, visit);
            assertThat(api.post("/api/plan/" + secret + "/agree", null).text("/plan/status"))
                    .isEqualTo("AGREED");
            Answer agreed = api.post("/api/plan/" + secret + "/agree", null);
            assertThat(agreed.status()).isEqualTo(200);
            LocalDate due = visitDay().plusDays(7);
            assertThat(agreed.text("/next/day")).isEqualTo(due.toString());
            assertThat(agreed.text("/next/offered/0")).startsWith(due + "T16:00");

            ahead(Duration.ofDays(5));
            SeenEvent nextDue = await(probe, id, 2);
            EventContract.of("org.bodywork.plan.next-due.v1").assertFits(nextDue.value());
            assertThat(nextDue.text("/dueOn")).isEqualTo(due.toString());

            String start = api.get("/api/plan/" + secret).text("/next/offered/0");
            Answer booked = api.post("/api/plan/" + secret + "/book", "{\"start\": \"" + start + "\"}");
            Answer again = api.post("/api/plan/" + secret + "/book", "{\"start\": \"" + start + "\"}");

            assertThat(booked.status()).isEqualTo(200);
            assertThat(again.text("/id")).isEqualTo(booked.text("/id"));
            assertThat(api.get("/api/plan/" + secret).text("/next/booked")).isEqualTo(start);
        }
    }

    @Test
    void tellsNobodyOfANextVisitThatIsBookedAlready() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        String id = api.post("/api/appointments/" + visit + "/plan", aPlan(), token(june))
                .text("/id");
        complete(june, visit);
        String secret = plans.secretOf(PlanId.of(id));
        api.post("/api/plan/" + secret + "/agree", null);
        String start = api.get("/api/plan/" + secret).text("/next/offered/0");
        api.post("/api/plan/" + secret + "/book", "{\"start\": \"" + start + "\"}");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "plans")) {
            ahead(Duration.ofDays(5));
            Await.until(
                    "it was looked at",
                    () -> stored("plans", id).getDate("due"),
                    due -> due != null && due.toInstant().isAfter(clock.now()));

            probe.none("plans", seen -> seen.text("/id").equals(id));
        }
    }

    @Test
    void keepsOneOfTwoDecisionsOnTheSameState() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        Answer made = api.post("/api/appointments/" + visit + "/plan", aPlan(), token(june));
        String path = "/api/plans/" + made.text("/id") + "/decide";
        String spaceOut = "{\"step\": \"SPACE_OUT\", \"version\": 1}";

        Answer first = api.post(path, spaceOut, token(june));
        Answer second = api.post(
                path, "{\"step\": \"EXTEND\", \"version\": 1}", TestTokens.therapist("another-account", june.id()));
        Answer again = api.post(path, spaceOut, token(june));

        assertThat(first.text("/every")).isEqualTo("P2W");
        assertThat(first.text("/decisions/0/chosen")).isEqualTo("SPACE_OUT");
        assertThat(first.text("/decisions/0/proposed")).isEqualTo("GO_ON");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("plan-changed");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/every")).isEqualTo("P2W");
        assertThat(api.get("/api/plans/" + made.text("/id") + "/audit", token(june))
                        .body()
                        .at("/items")
                        .findValuesAsString("action"))
                .startsWith("MADE", "READ", "DECIDED", "READ");
    }

    @Test
    void isForTheTreatingTherapistOnly() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        String path = "/api/appointments/" + visit + "/plan";
        assertThat(api.post(path, aPlan(), TestTokens.manager("boss", june.practiceId()))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(path, aPlan(), TestTokens.therapist("stranger", Town.id()))
                        .status())
                .isEqualTo(404);
        String id = api.post(path, aPlan(), token(june)).text("/id");
        assertThat(api.post(path, aPlan(), token(june)).status()).isEqualTo(201);
        Answer another = api.post(path, aPlan().replace("lake", "river"), token(june));

        assertThat(another.problem()).isEqualTo("plan-exists");
        assertThat(api.get("/api/plans/" + id, TestTokens.manager("boss", june.practiceId()))
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/api/plans/" + id, TestTokens.therapist("stranger", Town.id()))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/plans/" + id).status()).isEqualTo(401);
        assertThat(api.get("/api/plan/" + "x".repeat(43)).status()).isEqualTo(404);
        assertThat(stored("plans", id).toJson()).doesNotContain("lake", "back-pain", "deep-tissue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"visits\": 6 | \"visits\": 0 | /visits",
                "\"visits\": 6 | \"visits\": 500 | /visits",
                "\"P1W\" | \"P0D\" | /every",
                "\"P1W\" | \"P99W\" | /every",
                "\"P1W\" | \"weekly\" | /every",
                "\"P1W\" | \"P1M\" | /every",
                "back-pain | bad-luck | /condition",
                "deep-tissue | hitting | /techniques/0",
                "TUESDAY | SOMEDAY | /weekday",
                "16:00 | 25:61 | /time",
                "Walk to the lake again | '  ' | /goal"
            })
    void namesWhatIsWrongWithIt(String right, String wrong, String field) {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);

        Answer refused = api.post("/api/appointments/" + visit + "/plan", aPlan().replace(right, wrong), token(june));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
    }

    @Test
    void waitsForTheClientToBeThere() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit =
                api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00"))).text("/id");

        Answer early = api.post("/api/appointments/" + visit + "/plan", aPlan(), token(june));
        Answer measured = measure(june, visit, "before", "{\"pain\": 7}");

        assertThat(early.problem()).isEqualTo("state-conflict");
        assertThat(measured.problem()).isEqualTo("state-conflict");
    }

    @Test
    void takesEachScoreOnceAndTellsTheTherapistOfWhatIsAlarming() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        assertThat(measure(june, visit, "before", "{\"pain\": 4, \"motion\": 40, \"function\": 6}")
                        .text("/before/motion"))
                .isEqualTo("40");
        assertThat(measure(june, visit, "after", "{\"pain\": 3}").text("/after/pain"))
                .isEqualTo("3");
        String first = scores(visit, ScoreDay.FIRST);
        assertThat(api.get(first).status()).isEqualTo(404);
        complete(june, visit);
        Await.until("it is asked", () -> api.get(first).status(), status -> status == 200);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "plans")) {
            Answer calm = api.post(first, "{\"pain\": 4}");
            Answer again = api.post(first, "{\"pain\": 4}");
            Answer other = api.post(first, "{\"pain\": 5}");

            assertThat(calm.text("/answered")).isEqualTo("true");
            assertThat(again.status()).isEqualTo(200);
            assertThat(other.problem()).isEqualTo("score-given");
            probe.none("plans", seen -> seen.text("/id").equals(visit));

            Answer worse = api.post(scores(visit, ScoreDay.THIRD), "{\"pain\": 7, \"flags\": [\"NUMBNESS\"]}");

            assertThat(worse.status()).isEqualTo(200);
            SeenEvent attention = await(probe, visit, 1);
            EventContract.of("org.bodywork.plan.attention.v1").assertFits(attention.value());
            assertThat(attention.text("/therapistId")).isEqualTo(june.id());
        }
        Answer known = api.get("/api/appointments/" + visit + "/measurements", token(june));
        assertThat(known.text("/day1/pain")).isEqualTo("4");
        assertThat(known.text("/day3/flags/0")).isEqualTo("NUMBNESS");
        assertThat(api.get("/api/appointments/" + visit + "/audit", token(june))
                        .body()
                        .findValuesAsString("action"))
                .contains("OUTCOME_READ");
        assertThat(stored("outcomes", visit).toJson()).doesNotContain("NUMBNESS", "\"pain\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pain\": 11} | /pain",
                "{\"pain\": -1} | /pain",
                "{} | /pain",
                "{\"pain\": 3, \"function\": 11} | /function",
                "{\"pain\": 3, \"flags\": [\"TIRED\"]} | /flags/0"
            })
    void namesWhatIsWrongWithAScore(String body, String field) {
        Answer refused = api.post("/api/scores/" + "x".repeat(43), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
    }

    @Test
    void asksForFourteenDays() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        complete(june, visit);
        String third = scores(visit, ScoreDay.THIRD);
        Await.until("it is asked", () -> api.get(third).status(), status -> status == 200);
        ahead(Duration.ofDays(15));

        Answer late = api.post(third, "{\"pain\": 2}");

        assertThat(late.status()).isEqualTo(410);
        assertThat(api.get(third).text("/open")).isEqualTo("false");
    }

    private String scores(String visit, ScoreDay day) {
        return "/api/scores/" + links.scoreSecretOf(AppointmentId.of(visit), day);
    }

    private Answer measure(TherapistInTown june, String visit, String when, String body) {
        return api.call(
                HttpMethod.PUT,
                "/api/appointments/" + visit + "/measurements/" + when,
                body,
                Map.of("Authorization", "Bearer " + token(june)));
    }

    private static String aPlan() {
        return """
                {"condition": "back-pain", "goal": "Walk to the lake again", "visits": 6, "every": "P1W",
                 "techniques": ["deep-tissue"], "weekday": "TUESDAY", "time": "16:00"}""";
    }

    /** Business time moves to the very start of the visit, and the client is there. */
    private String aVisitUnderWay(TherapistInTown therapist) {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        String id = api.book(aBooking(therapist, startAt(tomorrow, "10:00"))).text("/id");
        ahead(Duration.between(clock.now(), tomorrow.atTime(10, 0).atZone(Town.ZONE)));
        assertThat(api.post("/api/appointments/" + id + "/check-in", null, token(therapist))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private void complete(TherapistInTown therapist, String visit) {
        assertThat(api.post("/api/appointments/" + visit + "/complete", null, token(therapist))
                        .status())
                .isEqualTo(200);
    }

    private LocalDate visitDay() {
        return clock.now().atZone(Town.ZONE).toLocalDate();
    }

    private void ahead(Duration by) {
        clock.moveTo(clock.offset().plus(by));
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }

    private Document stored(String collection, String id) {
        return mongo.findById(id, Document.class, collection)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static SeenEvent await(EventProbe probe, String id, int sequence) {
        return probe.await(
                "plans",
                seen -> seen.text("/id").equals(id) && seen.text("/sequence").equals(String.valueOf(sequence)));
    }
}
