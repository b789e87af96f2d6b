package org.bodywork.therapists.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.RunningService;
import org.bodywork.therapists.ServiceClient;
import org.bodywork.therapists.TestSecrets;
import org.bodywork.therapists.account.application.AccessTokens;
import org.bodywork.therapists.account.application.Accounts;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.AccountId;
import org.bodywork.therapists.account.domain.Role;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What dry runs, replacements, exports and the imports of managers keep to, on whatever MongoDB. */
@RunningService
abstract class ReplaceContract {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    ServiceClient service;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessTokens tokens;

    private final String practice = Fresh.slug("practice");

    @Test
    void aDryRunStoresNothingAndReportsWhatTheImportThenDoes() {
        TestRow known = Fresh.therapistAt(practice);
        TestRow holder = Fresh.therapist();
        service.importing(known, holder).expectStatus().isOk();
        TestRow fresh = Fresh.therapistAt(practice);
        String file = TestRow.file(
                known.with("rooms", "Attic"),
                fresh.with("rooms", "Attic"),
                Fresh.therapistAt(practice).with("rooms", "Attic").with("email", holder.get("email")),
                Fresh.therapistAt(practice).with("rooms", "Attic").with("email", fresh.get("email")),
                Fresh.therapistAt(practice).with("zip", "none"));

        String foreseen = body(service.importing("?dryRun=true", file));

        assertThat(isListed(fresh)).isFalse();
        assertThat(body(service.importing(file))).isEqualTo(foreseen);
        assertThat(JSON.readTree(foreseen).get("imported").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(foreseen).get("refusedRows").asInt()).isEqualTo(3);
    }

    @Test
    void tellsHowFarItHasComeToWhoAsks() {
        TestRow[] rows =
                Stream.generate(() -> Fresh.therapistAt(practice)).limit(600).toArray(TestRow[]::new);
        rows[10] = rows[10].with("zip", "none");

        List<JsonNode> told = following(TestRow.file(rows));

        assertThat(told).hasSize(4);
        assertThat(told.stream().map(line -> line.get("rows").asInt())).containsExactly(250, 500, 600, 600);
        assertThat(told.stream().map(line -> line.get("complete").asBoolean()))
                .containsExactly(false, false, false, true);
        assertThat(told.stream().map(line -> line.get("refused").size())).containsExactly(1, 0, 0, 0);
    }

    /** As {@code ./bodywork import} speaks, which counts rows while it sends. */
    @Test
    void answersWhileTheFileIsStillBeingSent() throws Exception {
        String file = TestRow.file(
                Stream.generate(() -> Fresh.therapistAt(practice)).limit(300).toArray(TestRow[]::new));
        byte[] bytes = file.getBytes(UTF_8);
        int last = file.substring(0, file.lastIndexOf('\n')).getBytes(UTF_8).length;
        URI address = URI.create(service.base());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST /internal/import/therapists HTTP/1.1\r
                    Connection: close\r
                    Host: %s\r
                    X-Internal-Token: %s\r
                    Accept: application/x-ndjson, application/problem+json\r
                    Content-Type: text/csv\r
                    Content-Length: %d\r
                    \r
                    """.formatted(address.getAuthority(), TestSecrets.INTERNAL_TOKEN, bytes.length)
                    .getBytes(UTF_8));
            out.write(bytes, 0, last);
            BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line = answer.readLine();
            assertThat(line).contains(" 200 ");
            while (!line.startsWith("{")) {
                line = answer.readLine();
            }
            assertThat(JSON.readTree(line).get("rows").asInt()).isEqualTo(250);

            out.write(bytes, last, bytes.length - last);

            // Between the lines stand the sizes of chunks.
            assertThat(answer.lines()
                            .filter(told -> told.startsWith("{"))
                            .map(JSON::readTree)
                            .map(told -> told.get("rows").asInt()))
                    .containsExactly(300, 300);
        }
    }

    @Test
    void withdrawsWhomAReplacementLeavesOutAndNobodyElsewhere() {
        TestRow staying = Fresh.therapistAt(practice);
        TestRow leaving = Fresh.therapistAt(practice);
        TestRow elsewhere = Fresh.therapist();
        service.importing(staying, leaving, elsewhere).expectStatus().isOk();

        replacing("", staying)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"rows\": 1, \"unchanged\": 1, \"missing\": 1, \"withdrawn\": 1}");

        assertThat(isListed(staying)).isTrue();
        assertThat(isListed(leaving)).isFalse();
        assertThat(isListed(elsewhere)).isTrue();
        replacing("", staying, leaving).expectBody().json("{\"imported\": 1, \"withdrawn\": 0}");
        assertThat(isListed(leaving)).isTrue();
    }

    @Test
    void withdrawsMoreThanHalfOnlyIfToldHowMany() {
        TestRow[] all =
                Stream.generate(() -> Fresh.therapistAt(practice)).limit(5).toArray(TestRow[]::new);
        service.importing(all).expectStatus().isOk();
        TestRow[] two = {all[0].with("approach", "Firm."), all[1]};

        replacing("", two).expectStatus().isEqualTo(409).expectBody().json("{\"missing\": 3, \"listed\": 5}");
        replacing("&withdrawing=2", two).expectStatus().isEqualTo(409);
        assertThat(Arrays.stream(all).filter(this::isListed)).hasSize(5);
        replacing("&dryRun=true&withdrawing=3", two).expectBody().json("{\"imported\": 1, \"withdrawn\": 3}");
        assertThat(Arrays.stream(all).filter(this::isListed)).hasSize(5);

        replacing("&withdrawing=3", two).expectBody().json("{\"imported\": 1, \"withdrawn\": 3}");
        assertThat(Arrays.stream(all).filter(this::isListed)).hasSize(2);
    }

    @Test
    void anEmptyFileReplacesNothing() {
        TestRow listed = Fresh.therapistAt(practice);
        service.importing(listed).expectStatus().isOk();

        replacing("&withdrawing=1").expectStatus().isEqualTo(409);
        replacing("&withdrawing=1", Fresh.therapist()).expectStatus().isEqualTo(409);

        assertThat(isListed(listed)).isTrue();
    }

    @Test
    void aRefusedRowStillNamesItsTherapistAndAnUnreadableLineMayNameAnybody() {
        TestRow[] all =
                Stream.generate(() -> Fresh.therapistAt(practice)).limit(4).toArray(TestRow[]::new);
        service.importing(all).expectStatus().isOk();

        replacing("", all[0], all[1], all[2].with("zip", "none")).expectBody().json("""
                {"refusedRows": 1, "missing": 1, "withdrawn": 1}
                """);
        service.importing("?mode=replace&practice=" + practice, TestRow.file(all[0], all[1]) + "\nbroken,line")
                .expectBody()
                .json("{\"refusedRows\": 1, \"missing\": 1, \"withdrawn\": 0}");

        assertThat(isListed(all[2])).isTrue();
        assertThat(isListed(all[3])).isFalse();
    }

    @Test
    void namesWhatIsWrongWithAnOrder() {
        service.importing("?mode=merge&practice=No%20Slug", TestRow.file())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .json("""
                        {"errors": [{"pointer": "/mode"}, {"pointer": "/practice"}]}
                        """);
        service.importing("?mode=replace", TestRow.file()).expectStatus().isBadRequest();
    }

    @Test
    void aManagersFileIsAboutTheirPracticeOnly() {
        TestRow own = Fresh.therapistAt(practice);
        TestRow elsewhere = Fresh.therapist();
        service.importing(elsewhere).expectStatus().isOk();
        TestRow taking = elsewhere.with("practice_id", practice);

        importingAs(aManager(), "", own, elsewhere.with("approach", "Theirs."), taking)
                .expectBody()
                .json("""
                        {"rows": 3, "imported": 1, "refusedRows": 2, "refused": [
                          {"line": 3, "column": "practice_id",
                           "reason": "is another practice than the one this import is for"},
                          {"line": 4, "column": "therapist_id", "reason": "is listed at another practice"}]}
                        """);

        assertThat(isListed(own)).isTrue();
        service.importing(elsewhere).expectBody().json("{\"unchanged\": 1}");
        importingAs(aManager(), "?mode=replace&practice=" + elsewhere.get("practice_id"), own)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void onlyStaffImportAndExport() {
        service.http()
                .post()
                .uri("/api/import/therapists")
                .contentType(ServiceClient.CSV)
                .bodyValue(TestRow.file())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        service.get("/api/export/therapists.csv").expectStatus().isUnauthorized();
        service.get("/internal/export/therapists.csv").expectStatus().isNotFound();
    }

    @Test
    void anExportImportsAsUnchangedAndHoldsOnlyTheManagersPractice() {
        TestRow one = Fresh.therapistAt(practice).with("approach", "Slow, then \"deep\".\nAlways warm.");
        TestRow other = Fresh.therapistAt(practice).with("location_id", Fresh.slug("there"));
        TestRow empty = TestRow.aPractice(practice).with("location_id", Fresh.slug("empty"));
        TestRow elsewhere = Fresh.therapist();
        service.importing(one, other, empty, elsewhere).expectStatus().isOk();

        String exported = exportedBy(aManager());

        assertThat(exported)
                .contains(one.get("therapist_id"), other.get("therapist_id"), empty.get("location_id"))
                .doesNotContain(elsewhere.get("therapist_id"));
        service.importing(exported).expectBody().json("{\"rows\": 3, \"unchanged\": 3, \"refusedRows\": 0}");
    }

    @Test
    void exportsEverythingToThisMachine() {
        TestRow row = Fresh.therapist();
        service.importing(row).expectStatus().isOk();

        String exported = text(service.http()
                .get()
                .uri("/internal/export/therapists.csv")
                .header("X-Internal-Token", TestSecrets.INTERNAL_TOKEN)
                .exchange());

        assertThat(exported.lines().filter(line -> line.contains(row.get("therapist_id"))))
                .hasSize(1);
    }

    private ResponseSpec replacing(String more, TestRow... rows) {
        return service.importing("?mode=replace&practice=" + practice + more, TestRow.file(rows));
    }

    private ResponseSpec importingAs(Account staff, String query, TestRow... rows) {
        return service.http()
                .post()
                .uri("/api/import/therapists" + query)
                .headers(headers -> headers.setBearerAuth(tokenOf(staff)))
                .contentType(ServiceClient.CSV)
                .bodyValue(TestRow.file(rows).getBytes(UTF_8))
                .exchange();
    }

    private String exportedBy(Account staff) {
        return text(service.http()
                .get()
                .uri("/api/export/therapists.csv")
                .headers(headers -> headers.setBearerAuth(tokenOf(staff)))
                .exchange());
    }

    private List<JsonNode> following(String file) {
        String lines = text(service.http()
                .post()
                .uri("/internal/import/therapists")
                .header("X-Internal-Token", TestSecrets.INTERNAL_TOKEN)
                .accept(MediaType.APPLICATION_NDJSON)
                .contentType(ServiceClient.CSV)
                .bodyValue(file.getBytes(UTF_8))
                .exchange());
        return lines.lines().map(JSON::readTree).collect(Collectors.toList());
    }

    private Account aManager() {
        Account manager = new Account(
                AccountId.random(),
                new EmailAddress(Fresh.slug("manager") + "@demo.example"),
                List.of(Role.MANAGER),
                PracticeId.ofExternal(new Slug(practice)),
                null,
                new Language("en"));
        accounts.add(manager).block();
        return manager;
    }

    private String tokenOf(Account staff) {
        return tokens.issueFor(staff).blockOptional().orElseThrow().value();
    }

    private boolean isListed(TestRow row) {
        return service.get("/api/therapists/{slug}", row.get("therapist_id"))
                .expectBody()
                .returnResult()
                .getStatus()
                .is2xxSuccessful();
    }

    private static String body(ResponseSpec answer) {
        return text(answer.expectStatus().isOk());
    }

    private static String text(ResponseSpec answer) {
        byte[] body = answer.expectStatus().isOk().expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), UTF_8);
    }
}
