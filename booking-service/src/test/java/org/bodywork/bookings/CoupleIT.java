package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/** Two people who come together, each to a therapist of their own. */
@WholeService
class CoupleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Town town;
    private final BookingApi api;
    private final ReactiveMongoTemplate mongo;

    CoupleIT(@Autowired Town town, @LocalServerPort int port, @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.mongo = mongo;
    }

    @Test
    void takesTheTimeOfBothTherapistsAndARoomForEach() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm", "Oak"));
        TherapistInTown omar = town.settle(june.colleague());
        TherapistInTown third = town.settle(june.colleague());
        String start = startAt(town.inTwoWeeks(), "10:00");

        assertThat(startsForTwo(june, omar)).contains(start);
        Answer booked = api.book(forTwo(june, omar, start));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
        assertThat(booked.text("/companion/name")).isEqualTo("Sam Rivera");
        assertThat(booked.text("/companion/therapist/id")).isEqualTo(omar.id());
        assertThat(booked.text("/companionUrl")).contains("/manage/");
        assertThat(Stream.of(june, omar, third).map(who -> api.startsOn(who, town.inTwoWeeks())))
                .noneMatch(starts -> starts.contains(start));
        assertThat(startsForTwo(june, omar)).isNotEmpty().doesNotContain(start);
        assertThat(rooms(booked)).containsExactlyInAnyOrder("Elm", "Oak");
    }

    @Test
    void offersNoStartWhereThereIsOnlyOneRoom() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm"));
        TherapistInTown omar = town.settle(june.colleague());

        assertThat(startsForTwo(june, omar)).isEmpty();
        Answer refused = api.book(forTwo(june, omar, startAt(town.inTwoWeeks(), "10:00")));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("not-an-opening");
    }

    @Test
    void isAgreedOnWhenBothTherapistsHaveAccepted() {
        TherapistInTown june = town.settle(answeringRequests());
        TherapistInTown omar = town.settle(june.colleague());
        Answer asked = api.book(forTwo(june, omar, startAt(town.inTwoWeeks(), "10:00")));

        Answer first = accept(asked, june);
        Answer again = accept(asked, june);
        Answer second = accept(asked, omar);
        Answer late = accept(asked, june);

        assertThat(asked.text("/status")).isEqualTo("REQUESTED");
        assertThat(List.of(first, again)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("/status")).isEqualTo("REQUESTED");
            assertThat(answer.text("/acceptedBy/0")).isEqualTo(june.id());
        });
        assertThat(second.text("/status")).isEqualTo("CONFIRMED");
        assertThat(late.status()).isEqualTo(200);
    }

    @Test
    void isOffAsAWholeWhenOneTherapistDeclines() {
        TherapistInTown june = town.settle(answeringRequests());
        TherapistInTown omar = town.settle(june.colleague());
        String start = startAt(town.inTwoWeeks(), "10:00");
        Answer asked = api.book(forTwo(june, omar, start));
        accept(asked, june);

        Answer declined = api.post(path(asked, "decline"), "{\"reason\": \"away\"}", token(omar));

        assertThat(declined.text("/status")).isEqualTo("DECLINED");
        assertThat(accept(asked, june).status()).isEqualTo(409);
        assertThat(startsForTwo(june, omar)).contains(start);
    }

    @Test
    void movesAndEndsForBoth() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown omar = town.settle(june.colleague());
        String ten = startAt(town.inTwoWeeks(), "10:00");
        String one = startAt(town.inTwoWeeks(), "13:00");
        Answer booked = api.book(forTwo(june, omar, ten));
        String manage = managing(booked.text("/manageUrl"));
        api.book(aBooking(omar, startAt(town.inTwoWeeks(), "15:00")));

        Answer taken = api.post(manage + "/reschedule", start(startAt(town.inTwoWeeks(), "15:00")));
        Answer moved = api.post(manage + "/reschedule", start(one));
        Answer alone =
                api.post(path(booked, "reschedule"), "{\"start\": \"" + ten + "\", \"reason\": \"x\"}", token(omar));
        Answer cancelled = api.post(manage + "/cancel", null);

        assertThat(taken.problem()).isEqualTo("slot-taken");
        assertThat(taken.body().at("/alternatives").size()).isEqualTo(5);
        assertThat(moved.text("/start")).isEqualTo(one);
        assertThat(alone.status()).isEqualTo(403);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED_BY_CLIENT");
        assertThat(startsForTwo(june, omar)).contains(ten, one);
    }

    @Test
    void showsEachTherapistAndEachPersonOnlyTheirOwn() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown omar = town.settle(june.colleague());
        ObjectNode booking = forTwo(june, omar, startAt(town.inTwoWeeks(), "10:00"));
        booking.put("note", "a canary in a note");
        booking.set("intake", IntakeIT.answers());
        Answer booked = api.book(booking);
        String companions = managing(booked.text("/companionUrl"));

        Answer before = api.get(companions);
        Answer given = api.call(
                HttpMethod.PUT, companions + "/intake", IntakeIT.answers().toString(), Map.of());
        Answer after = api.get(companions);
        Answer ofOmar = api.get("/api/appointments/" + booked.text("/id"), token(omar));
        Answer readByOmar = api.get("/api/appointments/" + booked.text("/id") + "/intake", token(omar));
        Answer cancelling = api.post(companions + "/cancel", null);

        assertThat(before.text("/therapist/id")).isEqualTo(omar.id());
        assertThat(before.body().at("/intakeNeeded").asBoolean()).isTrue();
        assertThat(before.body().at("/change/cancel").asBoolean(true)).isFalse();
        assertThat(given.status()).isEqualTo(200);
        assertThat(after.body().at("/intakeNeeded").asBoolean(true)).isFalse();
        assertThat(ofOmar.text("/client/name")).isEqualTo("Sam Rivera");
        assertThat(ofOmar.text("/companion/name")).isEqualTo("Ada Lovelace");
        assertThat(ofOmar.body().toString()).doesNotContain("canary");
        assertThat(api.get(
                                "/api/appointments?from=%s&to=%s".formatted(town.inTwoWeeks(), town.inTwoWeeks()),
                                token(omar))
                        .body()
                        .toString())
                .contains("Sam Rivera")
                .doesNotContain("canary");
        assertThat(readByOmar.status()).isEqualTo(200);
        assertThat(cancelling.status()).isEqualTo(404);
        assertThat(api.get(companions.replace("/api", "")).status()).isEqualTo(200);
    }

    @Test
    void showsNoTherapistTheAnswersOfTheOthersClient() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown omar = town.settle(june.colleague());
        ObjectNode booking = forTwo(june, omar, startAt(town.inTwoWeeks(), "10:00"));
        booking.set("intake", IntakeIT.answers());
        Answer booked = api.book(booking);

        assertThat(api.get("/api/appointments/" + booked.text("/id") + "/intake", token(june))
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/api/appointments/" + booked.text("/id") + "/intake", token(omar))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isHeldForBothOrForNone() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown omar = town.settle(june.colleague());
        String start = startAt(town.inTwoWeeks(), "10:00");
        String asked =
                "{\"therapistId\": \"%s\", \"treatmentId\": \"%s\", \"start\": \"%s\", \"companion\": {\"therapistId\": \"%s\", \"treatmentId\": \"%s\"}}"
                        .formatted(june.id(), june.treatmentId(), start, omar.id(), omar.treatmentId());

        Answer held = api.post("/api/holds", asked);
        Answer single = api.book(aBooking(omar, start));
        Answer alone = api.book(aBooking(june, start).put("holdId", held.text("/id")));
        Answer booked = api.book(forTwo(june, omar, start).put("holdId", held.text("/id")));

        assertThat(held.status()).isEqualTo(201);
        assertThat(single.problem()).isEqualTo("slot-taken");
        assertThat(alone.problem()).isEqualTo("hold-mismatch");
        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/id")).isEqualTo(held.text("/id"));
    }

    @Test
    void namesWhatIsWrongWithTheSecondPerson() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown omar = town.settle(june.colleague());
        TherapistInTown elsewhere = town.settle(bookedInstantly());
        String start = startAt(town.inTwoWeeks(), "10:00");

        ObjectNode herself = forTwo(june, omar, start);
        herself.withObject("/companion").put("name", " ada  LOVELACE ");
        ObjectNode address = forTwo(june, omar, start);
        address.withObject("/companion").put("email", "nobody");
        ObjectNode foreign = forTwo(june, omar, start);
        foreign.withObject("/companion").put("treatmentId", june.treatmentId());

        assertThat(api.book(forTwo(june, june, start)).wrongFields()).containsExactly("/companion/therapistId");
        assertThat(api.book(herself).wrongFields()).containsExactly("/companion/name");
        assertThat(api.book(address).wrongFields()).containsExactly("/companion/email");
        assertThat(api.book(foreign).status()).isEqualTo(404);
        assertThat(api.book(forTwo(june, elsewhere, start)).problem()).isEqualTo("not-together");
        assertThat(openingsForTwo(june, elsewhere).problem()).isEqualTo("not-together");
        assertThat(openingsForTwo(june, june).wrongFields()).containsExactly("/companionTherapistId");
        assertThat(startsForTwo(june, omar)).contains(start);
    }

    /** Three couples share therapists, and singles want each of them: whoever wins, nobody gets half. */
    @Test
    void isNeverHalfBookedInARace() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm", "Oak", "Ash"));
        TherapistInTown omar = town.settle(june.colleague());
        TherapistInTown noor = town.settle(june.colleague());
        String start = startAt(town.inTwoWeeks(), "10:00");
        List<ObjectNode> wishes = List.of(
                forTwo(june, omar, start),
                forTwo(omar, noor, start),
                forTwo(noor, june, start),
                aBooking(june, start),
                aBooking(omar, start),
                aBooking(noor, start));

        List<Answer> answers = Flux.range(0, 48)
                .flatMap(turn -> api.booking(withOwnAddress(wishes.get(turn % wishes.size())), aKey()), 48)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        List<String> taken = answers.stream()
                .filter(answer -> answer.status() == 201)
                .flatMap(answer -> Stream.of(answer.text("/therapist/id"), answer.text("/companion/therapist/id")))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(taken).isSubsetOf(june.id(), omar.id(), noor.id()).hasSizeBetween(2, 3);
        assertThat(answers.stream().filter(answer -> answer.status() == 201).flatMap(answer -> rooms(answer).stream()))
                .doesNotHaveDuplicates()
                .hasSize(taken.size());
    }

    private static ObjectNode withOwnAddress(ObjectNode wish) {
        ObjectNode own = wish.deepCopy();
        own.withObject("/client").put("email", aKey() + "@example.org");
        return own;
    }

    private static ObjectNode forTwo(TherapistInTown one, TherapistInTown other, String start) {
        ObjectNode booking = aBooking(one, start);
        booking.putObject("companion")
                .put("name", "Sam Rivera")
                .put("therapistId", other.id())
                .put("treatmentId", other.treatmentId());
        return booking;
    }

    private Answer openingsForTwo(TherapistInTown one, TherapistInTown other) {
        return api.get(
                "/api/openings?therapistId=%s&treatmentId=%s&companionTherapistId=%s&companionTreatmentId=%s&from=%s&to=%s"
                        .formatted(
                                one.id(),
                                one.treatmentId(),
                                other.id(),
                                other.treatmentId(),
                                town.inTwoWeeks(),
                                town.inTwoWeeks()));
    }

    private List<String> startsForTwo(TherapistInTown one, TherapistInTown other) {
        return openingsForTwo(one, other)
                .body()
                .at("/days/0/starts")
                .valueStream()
                .map(start -> start.asString())
                .toList();
    }

    private List<String> rooms(Answer booked) {
        Document stored = mongo.findOne(
                        Query.query(Criteria.where("_id").is(booked.text("/id"))), Document.class, "appointments")
                .blockOptional(PATIENCE)
                .orElseThrow();
        return stored.getList("parts", Document.class).stream()
                .map(part -> part.getString("room"))
                .toList();
    }

    private Answer accept(Answer booked, TherapistInTown therapist) {
        return api.post(path(booked, "accept"), null, token(therapist));
    }

    private static String token(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }

    private static String path(Answer booked, String action) {
        return "/api/appointments/" + booked.text("/id") + "/" + action;
    }

    private static String managing(String url) {
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }

    private static String start(String start) {
        return "{\"start\": \"" + start + "\"}";
    }
}
