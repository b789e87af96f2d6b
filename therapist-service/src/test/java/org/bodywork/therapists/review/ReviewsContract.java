package org.bodywork.therapists.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.platform.crypto.Digests;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.kafka.Publisher;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.TestSecrets;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What reviews keep to, on whatever MongoDB. */
@RunningService
abstract class ReviewsContract {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String COMPLETED = "org.bodywork.appointment.completed.v1";

    @Autowired
    ServiceClient service;

    @Autowired
    Publisher publisher;

    @Autowired
    Environment environment;

    @Autowired
    BusinessClock clock;

    @Autowired
    ReactiveMongoTemplate mongo;

    @Autowired
    AccessTokens tokens;

    @Test
    void countsAReviewInProfileSearchAndLinkedData() {
        JsonNode june = aTherapist();
        written(visitOf(june), 5, "My neck moves freely again.");
        written(visitOf(june), 4, "Very good.");

        awaitReviews(june, 2);

        assertThat(profile(june).at("/rating").decimalValue()).isEqualByComparingTo("4.5");
        JsonNode item = Await.until(
                "search knows the rating",
                () -> found(june),
                each -> each.at("/reviewCount").asInt() == 2);
        assertThat(item.at("/rating").decimalValue()).isEqualByComparingTo("4.5");
        service.http()
                .get()
                .uri("/api/therapists/{slug}", june.at("/slug").asString())
                .accept(MediaType.valueOf("application/ld+json"))
                .exchange()
                .expectBody()
                .json("""
                        {"aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.5, "reviewCount": 2,
                                             "bestRating": 5, "worstRating": 1}}
                        """);
    }

    @Test
    void ranksTheBetterRatedFirst() {
        JsonNode good = aTherapist();
        JsonNode better = aTherapist();
        for (int stars : List.of(5, 4, 5)) {
            written(visitOf(good), stars, "Fine.");
            written(visitOf(better), 5, "Wonderful.");
        }
        awaitReviews(good, 3);
        awaitReviews(better, 3);

        Await.until(
                "the better rated come first",
                () -> slugsIn("/api/therapists?size=100&sort=rating"),
                slugs -> slugs.contains(slug(good)) && slugs.indexOf(slug(better)) < slugs.indexOf(slug(good)));
    }

    @Test
    void saysWhereANewReviewIsAndCleansItsText() {
        String token = visitOf(aTherapist());

        EntityExchangeResult<byte[]> answer = write(body(token, "5", "  Great\u202E work! \r\n\r\n\r\n Thanks. "));

        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(json(answer).at("/text").asString()).isEqualTo("Great work!\n\nThanks.");
        assertThat(answer.getResponseHeaders().getLocation())
                .hasToString(
                        "/api/therapists/" + json(answer).at("/therapistId").asString() + "/reviews");
    }

    @Test
    void takesOneReviewOfAVisitHoweverManyComeAtOnce() {
        JsonNode june = aTherapist();
        String token = visitOf(june);

        List<Integer> answers = Flux.range(0, 8)
                .flatMap(
                        turn -> Mono.fromCallable(() -> write(body(token, "5", "Number " + turn))
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        awaitReviews(june, 1);
        assertThat(reviewsOf(june).at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void changesNothingWhenTheVisitIsToldAgain() {
        JsonNode june = aTherapist();
        String token = "token-" + UUID.randomUUID();
        String appointment = UUID.randomUUID().toString();
        tell(june, token, appointment, clock.now());
        awaitVisit(token);
        written(token, 5, "Good.");
        awaitReviews(june, 1);

        tell(june, token, appointment, clock.now());
        visitOf(june);

        assertThat(write(body(token, "1", "Again.")).getStatus().value()).isEqualTo(409);
        assertThat(profile(june).at("/reviewCount").asInt()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfATokenThatNoVisitHas() {
        EntityExchangeResult<byte[]> answer = write(body("token-" + UUID.randomUUID(), "5", "Good."));

        assertThat(answer.getStatus().value()).isEqualTo(404);
    }

    @Test
    void takesNoReviewNinetyDaysAfterTheVisit() {
        JsonNode june = aTherapist();
        String token = "token-" + UUID.randomUUID();
        tell(june, token, UUID.randomUUID().toString(), clock.now().minus(Duration.ofDays(90)));
        awaitVisit(token);

        EntityExchangeResult<byte[]> answer = write(body(token, "5", "Good."));

        assertThat(answer.getStatus().value()).isEqualTo(410);
        assertThat(json(answer).at("/type").asString()).endsWith("review-token-expired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | \"Good.\" | /rating",
                "6 | \"Good.\" | /rating",
                "4.5 | \"Good.\" | /rating",
                "\"5\" | \"Good.\" | /rating",
                "5 | null | /text",
                "5 | \"  \" | /text",
                "5 | \"a\\u0007\" | /text",
                "5 | {\"$ne\": null} | /text"
            })
    void namesTheWrongField(String rating, String text, String field) {
        String body =
                "{\"token\": \"%s\", \"rating\": %s, \"text\": %s}".formatted(visitOf(aTherapist()), rating, text);

        EntityExchangeResult<byte[]> answer = write(body);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly(field);
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        EntityExchangeResult<byte[]> answer =
                write("{\"token\": 7, \"rating\": 9, \"text\": \"%s\", \"name\": \"Ada\"}".formatted("x".repeat(2001)));

        assertThat(fields(answer)).containsExactlyInAnyOrder("/token", "/rating", "/text", "/name");
    }

    @Test
    void showsTheNewestFirstPageByPageAndNobodysName() {
        JsonNode june = aTherapist();
        for (String text : List.of("First.", "Second.", "Third.")) {
            written(visitOf(june), 5, text);
            clock.moveTo(clock.offset().plus(Duration.ofSeconds(1)));
        }

        JsonNode page = get("/api/therapists/" + slug(june) + "/reviews?size=2");
        JsonNode rest = get("/api/therapists/" + june.at("/id").asString() + "/reviews?size=2&page=1");

        assertThat(page.at("/total").asInt()).isEqualTo(3);
        assertThat(texts(page)).containsExactly("Third.", "Second.");
        assertThat(texts(rest)).containsExactly("First.");
        assertThat(page.at("/items/0").propertyNames())
                .containsExactlyInAnyOrder("id", "therapistId", "rating", "text", "writtenAt", "version");
    }

    @Test
    void losesItsWordsWhenWhoeverWroteItIsForgotten() {
        JsonNode june = aTherapist();
        String token = "token-" + UUID.randomUUID();
        String appointment = UUID.randomUUID().toString();
        tell(june, token, appointment, clock.now());
        awaitVisit(token);
        written(token, 5, "This is Ada Lovelace writing.");
        awaitReviews(june, 1);
        String subject = UUID.randomUUID().toString().replace("-", "");
        try (EventProbe probe =
                EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "erasures")) {
            forget(subject, appointment, token);

            SeenEvent completed = probe.await(
                    "erasures",
                    seen -> seen.text("/id").equals(subject)
                            && seen.text("/service").equals("therapist-service"));

            EventContract.of("org.bodywork.erasure.completed.v1").assertFits(completed.value());
        }
        JsonNode review = get("/api/therapists/" + slug(june) + "/reviews").at("/items/0");
        assertThat(review.at("/text").asString()).isEmpty();
        assertThat(review.at("/rating").asInt()).isEqualTo(5);
        assertThat(mongo.count(new Query(Criteria.where("_id").is(appointment)), "completedVisits")
                        .block(PATIENCE))
                .isZero();
    }

    private void forget(String subject, String appointment, String token) {
        ObjectNode visit = JSON.createObjectNode()
                .put("id", appointment)
                .put("sequence", 6)
                .put("reviewTokenHash", Digests.sha256Base64Url(token));
        ObjectNode asked = JSON.createObjectNode()
                .put("id", subject)
                .put("sequence", 1)
                .put("requestedAt", "2026-11-21T20:00:00Z");
        asked.putArray("visits").add(visit);
        String type = "org.bodywork.erasure.requested.v1";
        EventContract.of(type).assertFits(asked.toString());
        publisher.publish(
                List.of(new Event("erasures", subject, type, subject, 1, clock.now(), asked.toString())), PATIENCE);
    }

    @Test
    void listsNothingOfNobody() {
        service.get("/api/therapists/nobody-of-this-name/reviews")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void letsTheTherapistAnswerForAllToRead() {
        JsonNode june = aTherapist();
        String id = written(visitOf(june), 5, "Good.").at("/id").asString();

        EntityExchangeResult<byte[]> answer =
                staff(HttpMethod.POST, id, "answer", "{\"text\": \"Thank you!\"}", tokenOf(june), null);

        assertThat(answer.getStatus().value()).isEqualTo(201);
        assertThat(reviewsOf(june).at("/items/0/answer/text").asString()).isEqualTo("Thank you!");
        assertThat(staff(HttpMethod.POST, id, "answer", "{\"text\": \"Other\"}", managerOf(june), null)
                        .getStatus()
                        .value())
                .isEqualTo(409);
    }

    @Test
    void replacesAnAnswerOnTopOfWhatWasRead() {
        JsonNode june = aTherapist();
        String id = written(visitOf(june), 5, "Good.").at("/id").asString();
        staff(HttpMethod.POST, id, "answer", "{\"text\": \"Thank you!\"}", tokenOf(june), null);
        String other = "{\"text\": \"Thank you very much!\"}";

        assertThat(staff(HttpMethod.PUT, id, "answer", other, managerOf(june), null)
                        .getStatus()
                        .value())
                .isEqualTo(428);
        assertThat(staff(HttpMethod.PUT, id, "answer", other, managerOf(june), "\"1\"")
                        .getStatus()
                        .value())
                .isEqualTo(412);
        assertThat(staff(HttpMethod.PUT, id, "answer", other, managerOf(june), "\"2\"")
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertThat(reviewsOf(june).at("/items/0/answer/text").asString()).isEqualTo("Thank you very much!");
    }

    @Test
    void letsNobodyElseAnswerOrHide() {
        JsonNode june = aTherapist();
        JsonNode may = aTherapist();
        String id = written(visitOf(june), 2, "So so.").at("/id").asString();
        String text = "{\"text\": \"No.\"}";
        String reason = "{\"reason\": \"Do not like it.\"}";

        assertThat(statusOf(staff(HttpMethod.POST, id, "answer", text, null, null)))
                .isEqualTo(401);
        assertThat(statusOf(staff(HttpMethod.POST, id, "answer", text, operator(), null)))
                .isEqualTo(403);
        assertThat(statusOf(staff(HttpMethod.POST, id, "answer", text, tokenOf(may), null)))
                .isEqualTo(404);
        assertThat(statusOf(staff(HttpMethod.POST, id, "answer", text, managerOf(may), null)))
                .isEqualTo(404);
        assertThat(statusOf(staff(HttpMethod.POST, id, "hide", reason, managerOf(june), null)))
                .isEqualTo(403);
    }

    @Test
    void hidesAReviewFromTheListAndTheRating() {
        JsonNode june = aTherapist();
        written(visitOf(june), 5, "Good.");
        String id =
                written(visitOf(june), 1, "June lives in Elm Street.").at("/id").asString();
        awaitReviews(june, 2);

        EntityExchangeResult<byte[]> hidden =
                staff(HttpMethod.POST, id, "hide", "{\"reason\": \"Tells an address.\"}", operator(), null);

        assertThat(hidden.getStatus().value()).isEqualTo(200);
        awaitReviews(june, 1);
        assertThat(profile(june).at("/rating").decimalValue()).isEqualByComparingTo("5.0");
        assertThat(texts(reviewsOf(june))).containsExactly("Good.");
    }

    @Test
    void showsAHiddenReviewAgain() {
        JsonNode june = aTherapist();
        String id =
                written(visitOf(june), 2, "June lives in Elm Street.").at("/id").asString();
        String reason = "{\"reason\": \"The practice is in Elm Street.\"}";
        assertThat(statusOf(staff(HttpMethod.POST, id, "show", reason, operator(), null)))
                .as("it is not hidden")
                .isEqualTo(409);
        staff(HttpMethod.POST, id, "hide", "{\"reason\": \"Tells an address.\"}", operator(), null);
        awaitReviews(june, 0);

        assertThat(statusOf(staff(HttpMethod.POST, id, "show", reason, managerOf(june), null)))
                .isEqualTo(403);
        EntityExchangeResult<byte[]> shown = staff(HttpMethod.POST, id, "show", reason, operator(), null);

        assertThat(json(shown).at("/hidden").asBoolean(true)).isFalse();
        assertThat(statusOf(staff(HttpMethod.POST, id, "show", reason, operator(), null)))
                .as("asked once more")
                .isEqualTo(200);
        awaitReviews(june, 1);
        assertThat(texts(reviewsOf(june))).containsExactly("June lives in Elm Street.");
    }

    @Test
    void showsReportsToOperatorsOnly() {
        JsonNode june = aTherapist();
        String id =
                written(visitOf(june), 1, "June lives in Elm Street.").at("/id").asString();

        service.post("/api/reviews/" + id + "/report", "{\"reason\": \"It tells where somebody lives.\"}")
                .expectStatus()
                .isAccepted();

        assertThat(statusOf(staff(HttpMethod.GET, "reports", "", null, managerOf(june), null)))
                .isEqualTo(403);
        JsonNode reports = json(staff(HttpMethod.GET, "reports", "", null, operator(), null));
        assertThat(reports.at("/items")
                        .valueStream()
                        .filter(each -> each.at("/review/id").asString().equals(id)))
                .singleElement()
                .satisfies(report ->
                        assertThat(report.at("/reason").asString()).isEqualTo("It tells where somebody lives."));
        service.post("/api/reviews/" + UUID.randomUUID() + "/report", "{\"reason\": \"x\"}")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void keepsTheRatingWhenTheListingChanges() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        JsonNode june = get("/api/therapists/" + row.get("therapist_id"));
        written(visitOf(june), 4, "Good.");
        awaitReviews(june, 1);

        service.importing(row.with("approach", "Something new to say."))
                .expectStatus()
                .isOk();

        assertThat(profile(june).at("/approach").asString()).isEqualTo("Something new to say.");
        assertThat(profile(june).at("/reviewCount").asInt()).isEqualTo(1);
    }

    @Test
    void inventsReviewsOfInventedTherapistsOnceAndMarksThem() {
        JsonNode june = aTherapist();

        assertThat(statusOf(invent(slug(june)))).isEqualTo(201);
        assertThat(statusOf(invent(slug(june)))).isEqualTo(201);

        awaitReviews(june, 1);
        assertThat(reviewsOf(june).at("/items")).hasSize(1);
        assertThat(reviewsOf(june).at("/items/0/demo").asBoolean()).isTrue();
    }

    @Test
    void inventsNothingWhereOneIsOfARealTherapist() {
        JsonNode june = aTherapist();
        TestRow real = Fresh.therapist().with("demo", "false");
        service.importing(real).expectStatus().isOk();

        assertThat(statusOf(invent(slug(june), real.get("therapist_id")))).isEqualTo(409);
        assertThat(reviewsOf(june).at("/items")).isEmpty();
    }

    private EntityExchangeResult<byte[]> invent(String... therapists) {
        String reviews = Stream.of(therapists)
                .map("{\"therapist\": \"%s\", \"rating\": 4, \"text\": \"Kind.\", \"daysAgo\": 3}"::formatted)
                .collect(Collectors.joining(", ", "{\"reviews\": [", "]}"));
        return service.http()
                .post()
                .uri("/internal/demo-reviews")
                .header("X-Internal-Token", TestSecrets.INTERNAL_TOKEN)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(reviews)
                .exchange()
                .expectBody()
                .returnResult();
    }

    @Test
    void anEditorIsNotOvertakenByAReview() {
        JsonNode june = aTherapist();
        String listing = "/api/therapists/" + june.at("/id").asString() + "/listing";
        EntityExchangeResult<byte[]> seen = asking(listing, tokenOf(june));
        written(visitOf(june), 4, "Good.");
        awaitReviews(june, 1);

        assertThat(asking(listing, tokenOf(june)).getResponseHeaders().getETag())
                .isEqualTo(seen.getResponseHeaders().getETag());
    }

    private EntityExchangeResult<byte[]> asking(String path, String token) {
        return service.http()
                .get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }

    private JsonNode aTherapist() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();
        return get("/api/therapists/" + row.get("therapist_id"));
    }

    /** A visit that took place just now; gives its token. */
    private String visitOf(JsonNode therapist) {
        String token = "token-" + UUID.randomUUID();
        tell(therapist, token, UUID.randomUUID().toString(), clock.now());
        awaitVisit(token);
        return token;
    }

    private void tell(JsonNode therapist, String token, String appointment, Instant at) {
        ExampleEvent event = ExampleEvent.of(COMPLETED, "full")
                .withId(appointment)
                .with("/therapistId", therapist.at("/id").asString())
                .with("/reviewTokenHash", Digests.sha256Base64Url(token))
                .with("/at", at.toString());
        EventContract.of(COMPLETED).assertFits(event.json());
        publisher.publish(
                List.of(new Event(event.topic(), event.key(), COMPLETED, appointment, 6, at, event.json())), PATIENCE);
    }

    private void awaitVisit(String token) {
        Await.until(
                "the visit is known",
                () -> mongo.getCollection("completedVisits")
                        .flatMapMany(all -> all.find(new Document("tokenHash", Digests.sha256Base64Url(token))))
                        .hasElements()
                        .blockOptional(PATIENCE)
                        .orElseThrow(),
                known -> known);
    }

    private void awaitReviews(JsonNode therapist, int count) {
        Await.until(
                count + " reviews count",
                () -> profile(therapist).at("/reviewCount").asInt(),
                counted -> counted == count);
    }

    private JsonNode written(String token, int stars, String text) {
        EntityExchangeResult<byte[]> answer = write(body(token, Integer.toString(stars), text));
        assertThat(answer.getStatus().value()).isEqualTo(201);
        return json(answer);
    }

    private EntityExchangeResult<byte[]> write(String body) {
        return service.post("/api/reviews", body).expectBody().returnResult();
    }

    private static String body(String token, String rating, String text) {
        return JSON.createObjectNode()
                .put("token", token)
                .put("rating", Integer.parseInt(rating))
                .put("text", text)
                .toString();
    }

    private EntityExchangeResult<byte[]> staff(
            HttpMethod method,
            String id,
            String action,
            @Nullable String body,
            @Nullable String token,
            @Nullable String ifMatch) {
        String path = "/api/reviews/" + id + (action.isEmpty() ? "" : "/" + action);
        WebTestClient.RequestBodySpec request = service.http().method(method).uri(path);
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        if (ifMatch != null) {
            request.header(HttpHeaders.IF_MATCH, ifMatch);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        return request.exchange().expectBody().returnResult();
    }

    private static int statusOf(EntityExchangeResult<byte[]> answer) {
        return answer.getStatus().value();
    }

    private String tokenOf(JsonNode therapist) {
        return token(Account.ofTherapist(idOf(therapist), practiceOf(therapist), email()));
    }

    private String managerOf(JsonNode therapist) {
        return token(new Account(
                new AccountId(UUID.randomUUID()),
                email(),
                List.of(Role.MANAGER),
                practiceOf(therapist),
                null,
                new Language("en")));
    }

    private String operator() {
        return token(Account.ofFirstOperator(email()));
    }

    private String token(Account account) {
        return tokens.issueFor(account).blockOptional(PATIENCE).orElseThrow().value();
    }

    private static EmailAddress email() {
        return new EmailAddress("staff@demo.example");
    }

    private static TherapistId idOf(JsonNode therapist) {
        return new TherapistId(UUID.fromString(therapist.at("/id").asString()));
    }

    private static PracticeId practiceOf(JsonNode therapist) {
        return new PracticeId(UUID.fromString(therapist.at("/practice/id").asString()));
    }

    private static String slug(JsonNode therapist) {
        return therapist.at("/slug").asString();
    }

    private JsonNode profile(JsonNode therapist) {
        return get("/api/therapists/" + slug(therapist));
    }

    private JsonNode reviewsOf(JsonNode therapist) {
        return get("/api/therapists/" + slug(therapist) + "/reviews");
    }

    private JsonNode found(JsonNode therapist) {
        return get("/api/therapists?size=100&sort=rating")
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/slug").asString().equals(slug(therapist)))
                .findFirst()
                .orElse(JSON.createObjectNode());
    }

    private List<String> slugsIn(String path) {
        return get(path)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/slug").asString())
                .toList();
    }

    private static List<String> texts(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.at("/text").asString())
                .toList();
    }

    private static List<String> fields(EntityExchangeResult<byte[]> answer) {
        return json(answer)
                .at("/errors")
                .valueStream()
                .map(fault -> fault.at("/pointer").asString())
                .toList();
    }

    private JsonNode get(String path) {
        return json(service.get(path).expectBody().returnResult());
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return JSON.readTree(answer.getResponseBody());
    }
}
