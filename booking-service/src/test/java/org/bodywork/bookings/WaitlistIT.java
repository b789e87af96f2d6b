package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventJson;
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
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class WaitlistIT {

    private static final String MADE = "org.bodywork.offer.made.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final EventCipher cipher;
    private final ReactiveMongoTemplate mongo;
    private final Set<String> haveSaidNo = new HashSet<>();

    WaitlistIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired EventCipher cipher,
            @Autowired ReactiveMongoTemplate mongo) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.cipher = cipher;
        this.mongo = mongo;
    }

    @Test
    void offersFreedTimeToWhoeverWaitsAndBooksItOnce() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "offers")) {
            String entry = join(june).text("/id");

            api.post("/api" + path(booked, "/manageUrl") + "/cancel", null);
            SeenEvent made = probe.await("offers", seen -> seen.text("/id").equals(entry));
            EventContract.of(MADE).assertFits(made.value());
            assertThat(made.type()).isEqualTo(MADE);
            JsonNode personal = EventJson.tree(cipher.open(entry, MADE, made.text("/sealed")));
            String offer =
                    "/api" + URI.create(personal.at("/offerUrl").asString()).getPath();
            assertThat(personal.at("/client/email").asString()).startsWith("ada-");
            api.call(HttpMethod.HEAD, offer, null, Map.of());
            assertThat(api.get(offer).text("/status")).isEqualTo("OPEN");

            List<Answer> phones = Flux.range(0, 2)
                    .flatMap(_ -> Mono.fromCallable(() -> api.post(offer + "/take", null))
                            .subscribeOn(Schedulers.boundedElastic()))
                    .collectList()
                    .blockOptional(PATIENCE)
                    .orElseThrow();

            assertThat(phones).extracting(Answer::status).containsOnly(200);
            String visit = phones.getFirst().text("/appointmentId");
            assertThat(phones.getLast().text("/appointmentId")).isEqualTo(visit);
            assertThat(api.post(offer + "/decline", null).text("/status")).isEqualTo("TAKEN");
            SeenEvent taken = probe.await("offers", seen -> seen.type().endsWith("taken.v1"));
            EventContract.of(taken.type()).assertFits(taken.value());
            String token = TestTokens.therapist(june.id(), june.id());
            assertThat(api.get("/api/appointments/" + visit, token).text("/status"))
                    .isEqualTo("CONFIRMED");
            JsonNode chain = api.get("/api/waitlist", token).body().at("/items/0");
            assertThat(chain.at("/status").asString()).isEqualTo("TAKEN");
            assertThat(chain.at("/chain/0/client").asString()).isEqualTo("Ada Lovelace");
            assertThat(chain.at("/chain/0/reasons/0/kind").asString()).isEqualTo("WAITED");
        }
    }

    @Test
    void passesOnWhatIsDeclinedAndTellsSo() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "offers")) {
            Answer entry = join(june);
            api.post("/api" + path(booked, "/manageUrl") + "/cancel", null);
            SeenEvent made = probe.await("offers", seen -> seen.text("/id").equals(entry.text("/id")));
            String offer = offerOf(made);

            Answer declined = api.post(offer + "/decline", null);

            assertThat(declined.text("/status")).isEqualTo("DECLINED");
            assertThat(api.post(offer + "/take", null).problem()).isEqualTo("offer-over");
            SeenEvent passed = probe.await("offers", seen -> seen.type().endsWith("passed-on.v1"));
            EventContract.of(passed.type()).assertFits(passed.value());
            assertThat(passed.text("/why")).isEqualTo("DECLINED");
            assertThat(api.startsOn(june, town.inTwoWeeks())).contains(startAt(town.inTwoWeeks(), "10:00"));
            String place = "/api" + path(entry, "/manageUrl");
            assertThat(api.get(place).text("/status")).isEqualTo("WAITING");
            assertThat(api.call(HttpMethod.DELETE, place, null, Map.of()).text("/status"))
                    .isEqualTo("LEFT");
        }
    }

    @Test
    void givesUpTheLaterVisitOfWhoeverTakesAnEarlierTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks().plusDays(3), "10:00"));
        ((ObjectNode) booking.at("/client")).put("zone", whereItIsDay().getId());
        Answer later = api.book(booking);
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "offers")) {
            Answer entry = api.call(
                    HttpMethod.POST,
                    "/api" + path(later, "/manageUrl") + "/waitlist",
                    "{\"times\": {}}",
                    Map.of("Idempotency-Key", aKey()));
            assertThat(entry.status()).isEqualTo(201);
            api.post("/api" + path(booked, "/manageUrl") + "/cancel", null);
            SeenEvent made = probe.await("offers", seen -> seen.text("/id").equals(entry.text("/id")));

            Answer taken = api.post(offerOf(made) + "/take", null);

            assertThat(taken.text("/status")).isEqualTo("TAKEN");
            assertThat(api.get("/api" + path(later, "/manageUrl")).text("/status"))
                    .isEqualTo("CANCELLED_BY_CLIENT");
            Await.until(
                    "its own time is freed in turn",
                    () -> freed(june),
                    times -> times.size() == 2
                            && times.stream()
                                    .anyMatch(time -> time.getString("stage").equals("RETURNED")));
        }
    }

    /** As a person does it on a phone, without a line of script. */
    @Test
    void canBeJoinedAnsweredAndLeftOnPages() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = api.book(aBooking(june, startAt(town.inTwoWeeks(), "10:00")));
        String choice = "therapist=%s&treatment=%s&lang=es".formatted(june.id(), june.treatmentId());
        assertThat(page("/book?" + choice)).contains("/waitlist/join?therapist=" + june.id());
        assertThat(page("/waitlist/join?" + choice)).contains("¿Qué días le convienen?", "name=\"once\"");
        Map<String, String> typed = new HashMap<>(Map.of(
                "once",
                UUID.randomUUID().toString(),
                "therapist",
                june.id(),
                "treatment",
                june.treatmentId(),
                "name",
                "Ada Lovelace",
                "email",
                "no address",
                "part",
                "morning"));
        Answer wrong = api.form("/waitlist/join?lang=en", typed, Map.of());
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().asString()).contains("Choose at least one day.");
        typed.put("day", "MONDAY");
        assertThat(api.form("/waitlist/join?lang=en", typed, Map.of()).body().asString())
                .contains("Choose email or text", "id=\"email-fault\"");
        typed.putAll(Map.of("email", "ada-" + UUID.randomUUID() + "@example.org", "byEmail", "yes"));

        Answer joined = api.form("/waitlist/join?lang=en", typed, Map.of());

        String place = String.valueOf(joined.headers().getLocation());
        assertThat(page(place)).contains("You are on the waitlist.", "Monday", "June Abernathy");
        assertThat(api.form("/waitlist/join?lang=en", typed, Map.of()).headers().getLocation())
                .as("pressed twice")
                .hasToString(place);
        api.form(URI.create(place).getPath() + "/leave", Map.of(), Map.of());
        assertThat(page(place)).contains("You have left the waitlist.");

        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "offers")) {
            String entry = join(june).text("/id");
            api.post("/api" + path(booked, "/manageUrl") + "/cancel", null);
            SeenEvent made = probe.await("offers", seen -> seen.text("/id").equals(entry));
            String offer = offerOf(made).replaceFirst("^/api", "");
            assertThat(page(offer + "?lang=en")).contains("Kept for you until", "Take this time");

            api.form(offer + "/take", Map.of(), Map.of());

            assertThat(page(offer + "?lang=en")).contains("You have taken this time.", "/manage/");
            assertThat(page(offer + "?lang=es")).contains("Ha aceptado esta hora.");
        }
        assertThat(api.get("/offers/nothing").status()).isEqualTo(404);
        assertThat(api.get("/waitlist/nothing").status()).isEqualTo(404);
    }

    private String page(String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body().asString();
    }

    @Test
    void refusesWhatIsNoWishAndNamesEachField() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode wish = aWish(june);
        wish.putObject("times")
                .put("from", "17:00")
                .put("to", "09:00")
                .put("firstDate", "2026-02-31")
                .put("lastDate", "2999-01-01");
        ((ObjectNode) wish.at("/client")).put("email", "nobody").put("zone", "CST");
        wish.putObject("consent").put("email", false).put("sms", false);

        Answer refused = join(wish, aKey());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields())
                .containsExactlyInAnyOrder(
                        "/times/to",
                        "/times/firstDate",
                        "/times/lastDate",
                        "/client/email",
                        "/client/zone",
                        "/consent");
        assertThat(join(aWish(june).put("therapistId", UUID.randomUUID().toString()), aKey())
                        .status())
                .isEqualTo(404);
        assertThat(join(aWish(june), "short").wrongFields()).containsExactly("/Idempotency-Key");
        assertThat(join(aWish(june).put("colour", "blue"), aKey()).status()).isEqualTo(400);
    }

    @Test
    void letsOneContactWaitForSoMuchAndRecognisesARepeatedWish() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode wish = aWish(june);
        String key = aKey();
        Answer first = join(wish, key);
        Answer again = join(wish, key);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(join(aWish(june), key).status()).isEqualTo(422);

        List<Answer> more = Stream.generate(() -> join(wish, aKey())).limit(5).toList();

        assertThat(more).extracting(Answer::status).containsExactly(201, 201, 201, 201, 429);
        api.call(HttpMethod.DELETE, "/api" + path(first, "/manageUrl"), null, Map.of());
        assertThat(join(wish, aKey()).status()).isEqualTo(201);
    }

    @Test
    void isNobodyElsesToSeeOrAnswer() {
        assertThat(api.get("/api/waitlist/" + "x".repeat(43)).status()).isEqualTo(404);
        assertThat(api.get("/api/offers/" + "x".repeat(43)).status()).isEqualTo(404);
        assertThat(api.post("/api/offers/" + "x".repeat(43) + "/take", null).status())
                .isEqualTo(404);
        assertThat(api.call(HttpMethod.DELETE, "/api/waitlist/nothing", null, Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/waitlist").status()).isEqualTo(401);
    }

    /** Many wait, many cancel at once, and everybody presses twice: nobody has two offers, and nothing is left over. */
    @Test
    void endsEveryFreedTimeTakenOrReturnedWithNobodyAskedTwice() {
        int waiting = 60;
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate first = town.inTwoWeeks();
        List<String> visits = first.datesUntil(first.plusDays(6))
                .flatMap(date -> Stream.of("09:00", "10:30", "12:00", "13:30", "15:00")
                        .map(time -> api.book(aBooking(june, startAt(date, time)))))
                .map(booked -> "/api" + path(booked, "/manageUrl"))
                .toList();
        Map<String, String> places = new HashMap<>();
        Stream.generate(() -> join(june))
                .limit(waiting)
                .forEach(entry -> places.put(entry.text("/id"), path(entry, "/manageUrl")));
        List<String> seenTwice = new ArrayList<>();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "offers")) {
            Flux.fromIterable(visits)
                    .flatMap(visit -> Mono.fromCallable(() -> api.post(visit + "/cancel", null))
                            .subscribeOn(Schedulers.boundedElastic()))
                    .then()
                    .block(PATIENCE);

            Await.until(
                    "every freed time has ended",
                    Duration.ofSeconds(60),
                    () -> {
                        answerAll(probe, places, seenTwice);
                        return freed(june).stream()
                                .filter(time -> time.containsKey("endedAt"))
                                .count();
                    },
                    ended -> ended == visits.size());
        }

        assertThat(seenTwice).isEmpty();
        List<Document> taken = freed(june).stream()
                .filter(time -> time.getString("stage").equals("TAKEN"))
                .toList();
        assertThat(taken).as("some are taken").isNotEmpty();
        assertThat(mongo.count(
                                Query.query(Criteria.where("parts.therapistId")
                                        .is(june.id())
                                        .and("status")
                                        .is("CONFIRMED")),
                                "appointments")
                        .block(PATIENCE))
                .isEqualTo(taken.size());
        assertThat(mongo.count(
                                Query.query(Criteria.where("parts.therapistId")
                                        .is(june.id())
                                        .and("status")
                                        .is("HELD")),
                                "appointments")
                        .block(PATIENCE))
                .as("no time is left held")
                .isZero();
        assertThat(mongo.count(
                                Query.query(Criteria.where("wish.therapistId")
                                        .is(june.id())
                                        .and("offeredTo")
                                        .exists(true)),
                                "waitlistEntries")
                        .block(PATIENCE))
                .as("nobody is left with an offer")
                .isZero();
    }

    /** One of three says no the first time. */
    private void answerAll(EventProbe probe, Map<String, String> places, List<String> seenTwice) {
        Map<String, String> open = new HashMap<>();
        for (SeenEvent seen : probe.upToNow("offers")) {
            String entry = seen.text("/id");
            if (!places.containsKey(entry)) {
                continue;
            }
            if (seen.type().equals(MADE)) {
                String before = open.put(entry, offerOf(seen));
                if (before != null) {
                    seenTwice.add(entry);
                }
            } else {
                open.remove(entry);
            }
        }
        Set<String> saysNo = open.keySet().stream()
                .filter(entry -> Math.floorMod(entry.hashCode(), 3) == 0 && haveSaidNo.add(entry))
                .collect(Collectors.toSet());
        Flux.fromIterable(open.entrySet())
                .flatMap(asked -> Flux.range(0, 2)
                        .flatMap(_ -> Mono.fromCallable(() -> api.post(
                                        asked.getValue() + (saysNo.contains(asked.getKey()) ? "/decline" : "/take"),
                                        null))
                                .subscribeOn(Schedulers.boundedElastic())))
                .then()
                .block(PATIENCE);
    }

    private List<Document> freed(TherapistInTown therapist) {
        return mongo.find(Query.query(Criteria.where("therapistId").is(therapist.id())), Document.class, "freedTimes")
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private Answer join(TherapistInTown therapist) {
        Answer joined = join(aWish(therapist), aKey());
        assertThat(joined.status()).as("%s", joined.body()).isEqualTo(201);
        return joined;
    }

    private Answer join(ObjectNode wish, String key) {
        return api.call(HttpMethod.POST, "/api/waitlist", wish.toString(), Map.of("Idempotency-Key", key));
    }

    private ObjectNode aWish(TherapistInTown therapist) {
        ObjectNode wish = JsonMapper.shared().createObjectNode();
        wish.put("therapistId", therapist.id()).put("treatmentId", therapist.treatmentId());
        wish.putObject("times");
        wish.putObject("client")
                .put("name", "Ada Lovelace")
                .put("email", "ada-" + UUID.randomUUID() + "@example.org")
                .put("zone", whereItIsDay().getId());
        wish.putObject("consent").put("email", true).put("sms", false);
        return wish;
    }

    /** Nobody is written to at night, whenever this test runs. */
    private ZoneId whereItIsDay() {
        return Stream.of("America/Chicago", "Europe/London", "Asia/Kolkata", "Asia/Tokyo", "Pacific/Honolulu")
                .map(ZoneId::of)
                .filter(zone -> {
                    int hour = clock.now().atZone(zone).getHour();
                    return hour >= 9 && hour < 20;
                })
                .findFirst()
                .orElseThrow();
    }

    private String offerOf(SeenEvent made) {
        JsonNode personal = EventJson.tree(cipher.open(made.text("/id"), MADE, made.text("/sealed")));
        return "/api" + URI.create(personal.at("/offerUrl").asString()).getPath();
    }

    private static String path(Answer answer, String pointer) {
        return URI.create(answer.text(pointer)).getPath();
    }
}
