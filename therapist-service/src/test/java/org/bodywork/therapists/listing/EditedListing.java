package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A therapist whom a file listed, and the words by which tests of staff's edits speak. */
@RunningService
abstract class EditedListing {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ServiceClient service;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Environment environment;

    final TestRow row = Fresh.therapist();
    final TherapistId lucia = TherapistId.ofExternal(new Slug(row.get("therapist_id")));
    final PracticeId practice = PracticeId.ofExternal(new Slug(row.get("practice_id")));

    @BeforeEach
    void anImportedTherapist() {
        service.importing(row).expectBody().jsonPath("$.refusedRows").isEqualTo(0);
    }

    /** What came back: its status, its tag, its place and its body. */
    record Answer(
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

    Answer send(HttpMethod method, String path, Account who, @Nullable String ifMatch, @Nullable String body) {
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

    Answer status(String path, Answer seen, String status) {
        ObjectNode form = seen.form();
        form.put("status", status);
        return send(HttpMethod.PUT, path, manager(), seen.tag(), form.toString());
    }

    Answer luciasForm() {
        return send(HttpMethod.GET, luciasListing(), manager(), null, null);
    }

    Answer practiceForm() {
        return send(HttpMethod.GET, practicePath() + "/listing", manager(), null, null);
    }

    /** As the imported therapist, under a name of her own. */
    ObjectNode aDraft() {
        ObjectNode form = luciasForm().form();
        form.put("slug", Fresh.slug("new"));
        form.put("status", "draft");
        treatment(form).remove("id");
        return form;
    }

    static String renamed(Answer read, String name) {
        ObjectNode form = read.form();
        form.put("name", name);
        return form.toString();
    }

    static ObjectNode rules(ObjectNode form) {
        return (ObjectNode) form.get("rules");
    }

    static ObjectNode treatment(ObjectNode form) {
        return (ObjectNode) form.at("/treatments/0");
    }

    static ObjectNode location(ObjectNode form) {
        return (ObjectNode) form.at("/locations/0");
    }

    Account manager() {
        return manager(practice);
    }

    static Account manager(PracticeId of) {
        return new Account(
                new AccountId(UUID.randomUUID()),
                new EmailAddress("manager@demo.example"),
                List.of(Role.MANAGER),
                of,
                null,
                new Language("en"));
    }

    Account herself() {
        return Account.ofTherapist(lucia, practice, new EmailAddress(row.get("email")));
    }

    String luciasPath() {
        return "/api/therapists/" + lucia;
    }

    String luciasListing() {
        return luciasPath() + "/listing";
    }

    String practicePath() {
        return "/api/practices/" + practice;
    }

    JsonNode profile() {
        return JSON.readTree(Objects.requireNonNull(
                service.get(luciasPath()).expectBody().returnResult().getResponseBody()));
    }

    boolean found(String name) {
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
