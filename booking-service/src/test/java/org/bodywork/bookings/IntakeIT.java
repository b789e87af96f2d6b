package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WholeService
@ExtendWith(OutputCaptureExtension.class)
class IntakeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Appears in no answer but the therapist's, and nowhere at rest. */
    private static final String CANARY = "a canary in the left knee";

    private final Town town;
    private final BookingApi api;
    private final ReactiveMongoTemplate mongo;

    IntakeIT(@Autowired Town town, @LocalServerPort int port, @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.mongo = mongo;
    }

    @Test
    void isServedAsTheSchemaItIsCheckedAgainst() {
        Answer form = api.get("/api/intake/form");
        Answer again = api.call(
                HttpMethod.GET,
                "/api/intake/form",
                null,
                Map.of("If-None-Match", Objects.requireNonNull(form.headers().getETag())));

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.headers().getFirst("Content-Type")).startsWith("application/schema+json");
        assertThat(form.text("/$schema")).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(form.text("/properties/version/const")).isEqualTo("2026-1");
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void comesWithTheBookingAndStaysOutOfEverythingElse(CapturedOutput output) {
        TherapistInTown june = town.settle(bookedInstantly());
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer booked = book(june, answers());

            assertThat(booked.status()).isEqualTo(201);
            assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
            assertThat(booked.body().at("/intakeNeeded").asBoolean(true)).isFalse();
            assertThat(booked.body().has("advice")).isFalse();
            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));
            assertThat(event.text("/intakeNeeded")).isEqualTo("false");
            assertThat(event.value()).doesNotContain("canary");
            assertThat(booked.body().toString()).doesNotContain("canary");
            assertThat(stored(booked).toJson()).doesNotContain("canary");
            assertThat(seenByManager(june, booked).toString()).doesNotContain("canary");
            assertThat(output).doesNotContain("canary");
        }
    }

    @Test
    void makesARequestOfAnInstantBookingWhereAnAnswerRaisesARedFlag() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer booked = book(june, flagged("cancer-treatment"));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/status")).isEqualTo("REQUESTED");
        assertThat(booked.body().at("/reviewNeeded").asBoolean()).isTrue();
        assertThat(booked.body().at("/advice/urgent").asBoolean()).isFalse();
        assertThat(booked.text("/advice/text")).contains("ask a doctor").doesNotContain("cancer");
    }

    @ParameterizedTest
    @CsvSource({"chest-pain", "numbness-or-loss-of-bladder-control"})
    void advisesUrgentCareWhereItCannotWait(String sign) {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer booked = book(june, flagged(sign));

        assertThat(booked.text("/status")).isEqualTo("REQUESTED");
        assertThat(booked.body().at("/advice/urgent").asBoolean()).isTrue();
        assertThat(booked.text("/advice/text")).contains("911").contains("urgent care");
    }

    @Test
    void advisesARepeatedRequestAsItDidTheFirst() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        booking.set("intake", flagged("chest-pain"));
        String key = BookingApi.aKey();

        Answer first = api.book(booking, key);
        Answer again = api.book(booking, key);

        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void knowsEveryRedFlagOfTheForm() {
        JsonNode form = api.get("/api/intake/form").body();

        assertThat(StreamSupport.stream(form.at("/x-red-flags").spliterator(), false)
                        .map(flag -> flag.at("/value").asString()))
                .containsExactlyInAnyOrder(
                        "fever-or-infection",
                        "blood-clot-or-clotting-medicine",
                        "recent-surgery-or-fracture",
                        "unexplained-swelling",
                        "chest-pain",
                        "numbness-or-loss-of-bladder-control",
                        "cancer-treatment",
                        "first-trimester");
        for (JsonNode flag : form.at("/x-red-flags")) {
            JsonNode property = form.at("/properties/" + flag.at("/field").asString());
            JsonNode choices = property.has("items") ? property.at("/items/enum") : property.at("/enum");
            assertThat(StreamSupport.stream(choices.spliterator(), false).map(JsonNode::asString))
                    .contains(flag.at("/value").asString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/painLevel       | 11",
                "/painLevel       | \"7\"",
                "/painLevel       | null",
                "/pressure        | \"gentle canary\"",
                "/warningSigns/0  | [\"canary\"]",
                "/whereItHurts/1  | [\"neck\", \"canary\"]",
                "/whereItHurts    | [\"neck\", \"neck\"]",
                "/better          | \"a\\u0007canary\"",
                "/consent         | false",
                "/version         | \"1999\"",
                "/canary          | 1",
                "/medicines       | {\"$ne\": null}"
            })
    void isRefusedFieldByFieldAndNeverWithWhatWasAnswered(String pointer, String value) {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode wrong = answers();
        wrong.put("better", "rest");
        wrong.set(pointer.replaceAll("^/|/[0-9]+$", ""), JSON.readTree(value));

        Answer refused = book(june, wrong);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly("/intake" + pointer);
        if (!pointer.equals("/canary")) {
            assertThat(refused.body().toString()).doesNotContain("canary");
        }
        assertThat(api.startsOn(june, town.inTwoWeeks())).contains(startAt(town.inTwoWeeks(), "10:00"));
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        TherapistInTown june = town.settle(bookedInstantly());
        String link = link(book(june, null));

        Answer refused = api.call(HttpMethod.PUT, link + "/intake", "{\"version\": \"2026-1\"}", Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields())
                .containsExactlyInAnyOrder("/painLevel", "/pregnancy", "/pressure", "/warningSigns", "/consent");
    }

    @Test
    void isAnsweredByTheLinkAfterTheBookingToo() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, null);
        assertThat(booked.body().at("/intakeNeeded").asBoolean()).isTrue();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer given = api.call(
                    HttpMethod.PUT,
                    link(booked) + "/intake",
                    flagged("chest-pain").toString(),
                    Map.of());

            assertThat(given.status()).isEqualTo(200);
            assertThat(given.body().at("/intakeNeeded").asBoolean(true)).isFalse();
            assertThat(given.body().at("/reviewNeeded").asBoolean()).isTrue();
            assertThat(given.body().at("/advice/urgent").asBoolean()).isTrue();
            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));
            assertThat(event.text("/status")).isEqualTo("CONFIRMED");
            assertThat(event.text("/reviewNeeded")).isEqualTo("true");
            assertThat(event.value()).doesNotContain("canary", "chest");
        }
        Answer shown = api.get(link(booked));
        assertThat(shown.text("/status")).isEqualTo("CONFIRMED");
        assertThat(shown.body().at("/intakeNeeded").asBoolean(true)).isFalse();
        assertThat(shown.body().at("/reviewNeeded").asBoolean()).isTrue();
    }

    @Test
    void isReadByTheTreatingTherapistOnlyAndEachReadingIsNoted() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, answers());
        String path = "/api/appointments/" + booked.text("/id") + "/intake";

        Answer read = api.get(path, TestTokens.therapist("account-of-june", june.id()));

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("/form")).isEqualTo("2026-1");
        assertThat(read.body().at("/answers")).isEqualTo(answers());
        assertThat(read.headers().getCacheControl()).contains("no-store");
        assertThat(api.get(path, TestTokens.manager("boss", june.practiceId())).status())
                .isEqualTo(403);
        assertThat(api.get(path, TestTokens.manager("stranger", Town.id())).status())
                .isEqualTo(404);
        assertThat(api.get(path, TestTokens.therapist("may", Town.id())).status())
                .isEqualTo(404);
        assertThat(api.get(path, TestTokens.operator("root")).status()).isEqualTo(403);
        assertThat(api.get(path).status()).isEqualTo(401);
        assertThat(readings(june, booked)).containsExactly("account-of-june");
    }

    @Test
    void isNotThereBeforeItIsGiven() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, null);

        Answer read =
                api.get("/api/appointments/" + booked.text("/id") + "/intake", TestTokens.therapist("june", june.id()));

        assertThat(read.status()).isEqualTo(404);
        assertThat(readings(june, booked)).isEmpty();
    }

    @Test
    void showsTheTrailInPages() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, null);
        api.call(HttpMethod.PUT, link(booked) + "/intake", answers().toString(), Map.of());
        api.post(link(booked) + "/cancel", null);
        String path = "/api/appointments/" + booked.text("/id") + "/audit";
        String token = TestTokens.manager("boss", june.practiceId());

        Answer first = api.get(path + "?size=2", token);
        Answer second = api.get(path + "?size=2&page=" + first.text("/next"), token);

        assertThat(first.text("/items/0/action")).isEqualTo("BOOKED");
        assertThat(first.text("/items/1/action")).isEqualTo("INTAKE_GIVEN");
        assertThat(second.text("/items/0/action")).isEqualTo("CANCELLED");
        assertThat(second.text("/items/0/before/status")).isEqualTo("CONFIRMED");
        assertThat(second.text("/items/0/after/status")).isEqualTo("CANCELLED_BY_CLIENT");
        assertThat(second.text("/items/0/after/therapistId")).isEqualTo(june.id());
        assertThat(second.text("/items/0/actor/kind")).isEqualTo("CLIENT");
        assertThat(second.body().has("next")).isFalse();
        assertThat(first.body().toString()).doesNotContain("canary", "Lovelace", "@example.org");
        assertThat(api.get(path, TestTokens.manager("stranger", Town.id())).status())
                .isEqualTo(404);
        assertThat(api.get(path + "?size=0", token).wrongFields()).containsExactly("/size");
    }

    private Iterable<String> readings(TherapistInTown therapist, Answer booked) {
        JsonNode items = api.get(
                        "/api/appointments/" + booked.text("/id") + "/audit",
                        TestTokens.manager("boss", therapist.practiceId()))
                .body()
                .at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.at("/action").asString().equals("INTAKE_READ"))
                .map(item -> item.at("/actor/accountId").asString())
                .toList();
    }

    private JsonNode seenByManager(TherapistInTown therapist, Answer booked) {
        return api.get("/api/appointments/" + booked.text("/id"), TestTokens.manager("boss", therapist.practiceId()))
                .body();
    }

    private Answer book(TherapistInTown therapist, @Nullable JsonNode intake) {
        ObjectNode booking = aBooking(therapist, startAt(town.inTwoWeeks(), "10:00"));
        if (intake != null) {
            booking.set("intake", intake);
        }
        return api.book(booking);
    }

    private Document stored(Answer booked) {
        Query byId = Query.query(Criteria.where("_id").is(booked.text("/id")));
        return Objects.requireNonNull(
                mongo.findOne(byId, Document.class, "appointments").block(PATIENCE));
    }

    private static ObjectNode flagged(String sign) {
        ObjectNode answers = answers();
        answers.putArray("warningSigns").add(sign);
        return answers;
    }

    static ObjectNode answers() {
        ObjectNode answers = JSON.createObjectNode();
        answers.put("version", "2026-1")
                .put("painLevel", 7)
                .put("worse", CANARY)
                .put("pregnancy", "no")
                .put("pressure", "firm")
                .put("consent", true);
        answers.putArray("whereItHurts").add("knees");
        answers.putArray("warningSigns");
        return answers;
    }

    private static String link(Answer booked) {
        String url = booked.text("/manageUrl");
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }
}
