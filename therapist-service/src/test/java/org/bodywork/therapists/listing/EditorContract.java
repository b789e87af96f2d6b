package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.account.application.AccessToken;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff may write of listings, on whatever MongoDB. */
@RunningService
abstract class EditorContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ServiceClient service;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Environment environment;

    private final TestRow row = Fresh.therapist();
    private final TherapistId lucia = TherapistId.ofExternal(new Slug(row.get("therapist_id")));
    private final PracticeId practice = PracticeId.ofExternal(new Slug(row.get("practice_id")));

    @BeforeEach
    void anImportedTherapist() {
        service.importing(row).expectBody().jsonPath("$.refusedRows").isEqualTo(0);
    }

    @Test
    void whatIsReadCanBeChangedAndSentBack() {
        Answer read = send(HttpMethod.GET, luciasListing(), manager(), null, null);

        Answer same = send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), read.body());
        ObjectNode form = read.form();
        form.put("approach", "Slow work, and time to talk.");
        form.putArray("photos").add("https://pictures.example/lucia.jpg");
        form.putObject("pressure").put("from", "light").put("to", "medium");
        rules(form)
                .put("handsOnMinutesADay", 300)
                .putObject("inARow")
                .put("handsOnMinutes", 180)
                .put("breakMinutes", 30);
        Answer changed = send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), form.toString());

        assertThat(same.status()).isEqualTo(200);
        assertThat(same.tag()).isEqualTo(read.tag());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.tag()).isEqualTo("\"2\"");
        assertThat(changed.form()).isEqualTo(form);
        JsonNode profile = profile();
        assertThat(profile.at("/approach").asString()).isEqualTo("Slow work, and time to talk.");
        assertThat(profile.at("/pressure/to").asString()).isEqualTo("medium");
        assertThat(profile.at("/photos/0").asString()).isEqualTo("https://pictures.example/lucia.jpg");
    }

    @Test
    void aChangeSaysWhatItIsBasedOn() {
        Answer read = luciasForm();

        assertThat(send(HttpMethod.PUT, luciasPath(), manager(), null, read.body())
                        .status())
                .isEqualTo(428);
        assertThat(send(
                                HttpMethod.PUT,
                                practicePath(),
                                manager(),
                                null,
                                practiceForm().body())
                        .status())
                .isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"0\"", "*", "1", "W/\"1\"", "\"x\"", "\"99999999999999999999\""})
    void aChangeOfSomethingElseIsRefused(String tag) {
        Answer read = luciasForm();

        assertThat(send(HttpMethod.PUT, luciasPath(), manager(), tag, renamed(read, "Nobody"))
                        .status())
                .isEqualTo(412);
        assertThat(luciasForm().tag()).isEqualTo(read.tag());
    }

    @Test
    void ofTwoChangesAtTheSameMomentOneIsRefused() {
        for (int round = 0; round < 5; round++) {
            Answer read = luciasForm();

            List<Integer> answers = Stream.of("First " + round, "Second " + round)
                    .map(name -> CompletableFuture.supplyAsync(
                            () -> send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), renamed(read, name))
                                    .status(),
                            Thread::startVirtualThread))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void ofTwoChangesOfAPracticeAtTheSameMomentOneIsRefused() {
        Answer read = practiceForm();

        List<Integer> answers = Stream.of("First", "Second")
                .map(name -> CompletableFuture.supplyAsync(
                        () -> send(HttpMethod.PUT, practicePath(), manager(), read.tag(), renamed(read, name))
                                .status(),
                        Thread::startVirtualThread))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void whatBelongsToAnotherPracticeIsNotThere() {
        Account elsewhere = manager(new PracticeId(UUID.randomUUID()));
        Answer read = luciasForm();

        assertThat(send(HttpMethod.GET, luciasListing(), elsewhere, null, null).status())
                .isEqualTo(404);
        assertThat(send(HttpMethod.PUT, luciasPath(), elsewhere, read.tag(), read.body())
                        .status())
                .isEqualTo(404);
        assertThat(send(
                                HttpMethod.PUT,
                                practicePath(),
                                elsewhere,
                                "\"1\"",
                                practiceForm().body())
                        .status())
                .isEqualTo(404);
        assertThat(send(HttpMethod.POST, "/api/therapists", elsewhere, null, aDraft().toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void therapistsKeepTheirOwnListingAndNoOther() {
        Account other = Account.ofTherapist(
                new TherapistId(UUID.randomUUID()), practice, new EmailAddress("other@demo.example"));
        Answer read = luciasForm();

        assertThat(send(HttpMethod.PUT, luciasPath(), herself(), read.tag(), renamed(read, "Lucía O."))
                        .status())
                .isEqualTo(200);
        assertThat(send(HttpMethod.PUT, luciasPath(), other, "\"2\"", read.body())
                        .status())
                .isEqualTo(404);
        assertThat(send(
                                HttpMethod.PUT,
                                practicePath(),
                                herself(),
                                "\"1\"",
                                practiceForm().body())
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, "/api/therapists", herself(), null, aDraft().toString())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodyEditsWithoutAToken() {
        service.get(luciasListing()).expectStatus().isUnauthorized();
        service.post("/api/therapists", aDraft().toString()).expectStatus().isUnauthorized();
    }

    @Test
    void everyFieldOfTheWrongShapeIsNamedAtOnce() {
        Answer read = luciasForm();
        ObjectNode form = read.form();
        form.put("favouriteColour", "green");
        form.put("name", 7);
        form.remove("languages");
        form.putArray("photos").add("http://pictures.example/me.jpg");
        form.putArray("modalities").add("reiki");
        rules(form).put("noticeMinutes", 7).put("horizonDays", 0);
        treatment(form)
                .put("minutes", 62)
                .put("bufferMinutes", -5)
                .putObject("price")
                .put("amount", "-1.00");

        Answer refused = send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), form.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .contains(
                        "/favouriteColour",
                        "/name",
                        "/languages",
                        "/photos/0",
                        "/modalities/0",
                        "/rules/noticeMinutes",
                        "/rules/horizonDays",
                        "/treatments/0/minutes",
                        "/treatments/0/bufferMinutes",
                        "/treatments/0/price/amount",
                        "/treatments/0/price/currency");
        assertThat(luciasForm().body()).isEqualTo(read.body());
    }

    @Test
    void everyFieldThatDoesNotFitTheOthersIsNamedAtOnce() {
        Answer read = luciasForm();
        ObjectNode form = read.form();
        form.put("slug", "another-name");
        form.putObject("pressure").put("from", "firm").put("to", "light");
        form.putArray("photos").add("https://localhost/me.jpg");
        form.putArray("locations").add(UUID.randomUUID().toString());
        treatment(form).put("id", UUID.randomUUID().toString()).put("minutes", 480);
        ObjectNode licence = (ObjectNode) form.at("/credentials/0");
        licence.put("expires", "2026-01-01").put("name", "Licence");
        ((ArrayNode) form.get("credentials"))
                .addObject()
                .put("kind", "certificate")
                .put("required", false);

        Answer refused = send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), form.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/slug",
                        "/pressure",
                        "/photos/0",
                        "/locations/0",
                        "/locations",
                        "/treatments/0/id",
                        "/treatments",
                        "/credentials/0/name",
                        "/credentials/0/expires",
                        "/credentials/1/name");
        assertThat(luciasForm().body()).isEqualTo(read.body());
    }

    @ParameterizedTest
    @CsvSource({"practice, 200", "herself, 400"})
    void nobodySaysOfTheirOwnCredentialsThatTheyWereChecked(String who, int status) {
        Answer read = luciasForm();
        ObjectNode form = read.form();
        ((ObjectNode) form.at("/credentials/0")).put("checked", "2026-06-01");
        Account editor = who.equals("herself") ? herself() : manager();

        Answer answer = send(HttpMethod.PUT, luciasPath(), editor, read.tag(), form.toString());

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void aDayToComeIsNoDayOfACheck() {
        Answer read = luciasForm();
        ObjectNode form = read.form();
        ((ObjectNode) form.at("/credentials/0")).put("expires", "2199-01-01").put("checked", "2198-01-01");

        assertThat(send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), form.toString())
                        .pointers())
                .containsExactly("/credentials/0/checked");
    }

    @Test
    void aNewTherapistIsADraftUntilPublishedAndGoneWhenWithdrawn() {
        try (EventProbe probe =
                EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "therapists")) {
            ObjectNode form = aDraft();
            String slug = form.get("slug").asString();
            String name = "Zora " + slug.replaceAll("[^a-f]", "");
            form.put("name", name);
            String profile = "/api/therapists/" + slug;

            Answer added = send(HttpMethod.POST, "/api/therapists", manager(), null, form.toString());
            assertThat(added.status()).isEqualTo(201);
            String path = added.location();
            service.get(profile).expectStatus().isNotFound();
            assertThat(found(name)).isFalse();

            Answer published = status(path, added, "published");
            assertThat(published.status()).isEqualTo(200);
            service.get(profile).expectStatus().isOk();
            Await.until("the search finds " + slug, () -> found(name), found -> found);

            assertThat(status(path, published, "withdrawn").status()).isEqualTo(200);
            service.get(profile).expectStatus().isNotFound();
            Await.until("the search forgets " + slug, () -> found(name), found -> !found);

            for (String status : List.of("DRAFT", "PUBLISHED", "WITHDRAWN")) {
                var event = probe.await(
                        "therapists",
                        seen -> seen.text("/slug").equals(slug)
                                && seen.text("/status").equals(status));
                EventContract.of("org.bodywork.therapist.changed.v1").assertFits(event.value());
            }
        }
    }

    @Test
    void aPracticeSeesAllItsTherapistsPartByPart() {
        send(HttpMethod.POST, "/api/therapists", manager(), null, aDraft().toString());
        String path = practicePath() + "/therapists?size=1";

        JsonNode first = send(HttpMethod.GET, path, manager(), null, null).form();
        JsonNode second = send(
                        HttpMethod.GET, path + "&after=" + first.get("next").asString(), manager(), null, null)
                .form();
        JsonNode last = send(
                        HttpMethod.GET, path + "&after=" + second.get("next").asString(), manager(), null, null)
                .form();

        assertThat(Stream.of(first, second)
                        .map(part -> part.at("/items/0/status").asString()))
                .containsExactlyInAnyOrder("draft", "published");
        assertThat(last.get("items")).isEmpty();
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void whatIsPublishedIsComplete() {
        ObjectNode form = aDraft();
        form.put("status", "published");
        form.putArray("languages");
        form.putArray("modalities");
        form.putArray("treatments");
        form.putArray("locations");

        Answer refused = send(HttpMethod.POST, "/api/therapists", manager(), null, form.toString());

        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/languages", "/modalities", "/treatments", "/locations");
    }

    @Test
    void aNameInLinksIsGivenOnce() {
        ObjectNode form = aDraft();
        form.put("slug", row.get("therapist_id"));

        assertThat(send(HttpMethod.POST, "/api/therapists", manager(), null, form.toString())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anOperatorKeepsEveryListing() {
        Answer read = luciasForm();

        Account operator = Account.ofFirstOperator(new EmailAddress("operator@demo.example"));

        assertThat(send(HttpMethod.PUT, luciasPath(), operator, read.tag(), renamed(read, "Lucía"))
                        .status())
                .isEqualTo(200);
        assertThat(send(HttpMethod.GET, practicePath() + "/listing", operator, null, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePracticesRoomsReachItsTherapists() {
        Answer read = practiceForm();
        ObjectNode form = read.form();
        location(form).putArray("rooms").add("Willow");
        location(form)
                .putObject("access")
                .put("lowestTableInches", 18)
                .putArray("eases")
                .add("step-free");
        form.putArray("doctorsPapers").add("referral");

        Answer changed = send(HttpMethod.PUT, practicePath(), manager(), read.tag(), form.toString());

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.form()).isEqualTo(form);
        JsonNode profile = profile();
        assertThat(profile.at("/locations/0/access/eases/0").asString()).isEqualTo("step-free");
        assertThat(profile.at("/doctorsPapers/0").asString()).isEqualTo("referral");
        assertThat(luciasForm().tag()).isEqualTo("\"2\"");
    }

    @Test
    void aPracticeDoesNotGiveUpWhereSomebodyWorks() {
        Answer read = practiceForm();
        ObjectNode moved = read.form();
        location(moved).remove("id");
        ObjectNode closed = read.form();
        closed.put("status", "withdrawn");

        assertThat(send(HttpMethod.PUT, practicePath(), manager(), read.tag(), moved.toString())
                        .status())
                .isEqualTo(409);
        assertThat(send(HttpMethod.PUT, practicePath(), manager(), read.tag(), closed.toString())
                        .status())
                .isEqualTo(409);
        assertThat(practiceForm().body()).isEqualTo(read.body());
    }

    @Test
    void aPracticeWithNobodyPublishedCanBeWithdrawn() {
        status(luciasPath(), luciasForm(), "withdrawn");

        Answer withdrawn = status(practicePath(), practiceForm(), "withdrawn");

        assertThat(withdrawn.status()).isEqualTo(200);
        service.get("/api/practices/{slug}", row.get("practice_id"))
                .expectStatus()
                .isNotFound();
        assertThat(status(luciasPath(), luciasForm(), "published").pointers()).containsExactly("/status");
    }

    @Test
    void everyWrongFieldOfAPracticeIsNamedAtOnce() {
        Answer read = practiceForm();
        ObjectNode form = read.form();
        form.put("slug", "another-name");
        form.put("replyTo", "desk");
        location(form).put("zone", "America/Gotham");
        location(form).putObject("point").put("lat", 39.9).put("lon", -90.2664);
        ((ObjectNode) location(form).get("address")).remove("street");

        Answer refused = send(HttpMethod.PUT, practicePath(), manager(), read.tag(), form.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/slug", "/replyTo", "/locations/0/zone", "/locations/0/point", "/locations/0/address/street");
        assertThat(practiceForm().body()).isEqualTo(read.body());
    }

    /** What came back: its status, its tag, its place and its body. */
    private record Answer(
            int status, @Nullable String tag, @Nullable String place, String body) {

        ObjectNode form() {
            return (ObjectNode) JSON.readTree(body);
        }

        String location() {
            return Objects.requireNonNull(place);
        }

        List<String> pointers() {
            return form().get("errors")
                    .valueStream()
                    .map(each -> each.get("pointer").asString())
                    .toList();
        }
    }

    private Answer send(HttpMethod method, String path, Account who, @Nullable String ifMatch, @Nullable String body) {
        AccessToken token = tokens.issueFor(who).blockOptional().orElseThrow();
        EntityExchangeResult<byte[]> result = service.http()
                .method(method)
                .uri(path)
                .headers(headers -> {
                    headers.setBearerAuth(token.value());
                    if (ifMatch != null) {
                        headers.set(HttpHeaders.IF_MATCH, ifMatch);
                    }
                    headers.setContentType(MediaType.APPLICATION_JSON);
                })
                .bodyValue(body == null ? "" : body)
                .exchange()
                .expectBody()
                .returnResult();
        HttpHeaders headers = result.getResponseHeaders();
        byte[] content = Objects.requireNonNullElse(result.getResponseBody(), new byte[0]);
        assertThat(result.getStatus()).isNotEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        return new Answer(
                result.getStatus().value(),
                headers.getETag(),
                headers.getFirst(HttpHeaders.LOCATION),
                new String(content, java.nio.charset.StandardCharsets.UTF_8));
    }

    private Answer status(String path, Answer seen, String status) {
        ObjectNode form = seen.form();
        form.put("status", status);
        return send(HttpMethod.PUT, path, manager(), seen.tag(), form.toString());
    }

    private Answer luciasForm() {
        return send(HttpMethod.GET, luciasListing(), manager(), null, null);
    }

    private Answer practiceForm() {
        return send(HttpMethod.GET, practicePath() + "/listing", manager(), null, null);
    }

    /** As the imported therapist, under a name of her own. */
    private ObjectNode aDraft() {
        ObjectNode form = luciasForm().form();
        form.put("slug", Fresh.slug("new"));
        form.put("status", "draft");
        treatment(form).remove("id");
        return form;
    }

    private static String renamed(Answer read, String name) {
        ObjectNode form = read.form();
        form.put("name", name);
        return form.toString();
    }

    private static ObjectNode rules(ObjectNode form) {
        return (ObjectNode) form.get("rules");
    }

    private static ObjectNode treatment(ObjectNode form) {
        return (ObjectNode) form.at("/treatments/0");
    }

    private static ObjectNode location(ObjectNode form) {
        return (ObjectNode) form.at("/locations/0");
    }

    private Account manager() {
        return manager(practice);
    }

    private static Account manager(PracticeId of) {
        return new Account(
                new AccountId(UUID.randomUUID()),
                new EmailAddress("manager@demo.example"),
                List.of(Role.MANAGER),
                of,
                null,
                new Language("en"));
    }

    private Account herself() {
        return Account.ofTherapist(lucia, practice, new EmailAddress(row.get("email")));
    }

    private String luciasPath() {
        return "/api/therapists/" + lucia;
    }

    private String luciasListing() {
        return luciasPath() + "/listing";
    }

    private String practicePath() {
        return "/api/practices/" + practice;
    }

    private JsonNode profile() {
        return JSON.readTree(Objects.requireNonNull(
                service.get(luciasPath()).expectBody().returnResult().getResponseBody()));
    }

    private boolean found(String name) {
        byte[] page = service.get("/api/therapists?size=100&q={name}", name)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(page))
                .get("items")
                .valueStream()
                .anyMatch(item -> item.get("name").asString().equals(name));
    }
}
