package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.therapists.Fresh;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.Slug;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff may write of a practice, on whatever MongoDB. */
abstract class PracticeEditorContract extends EditedListing {

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

    @Test
    void aPracticeKeepsARoomThatATreatmentNames() {
        Answer listing = luciasForm();
        ObjectNode named = listing.form();
        treatment(named).putArray("rooms").add("Acorn");
        send(HttpMethod.PUT, luciasPath(), manager(), listing.tag(), named.toString());
        Answer read = practiceForm();
        ObjectNode without = read.form();
        location(without).putArray("rooms").add("Bur Oak");
        ObjectNode more = read.form();
        location(more).putArray("rooms").add("Acorn").add("Willow");

        assertThat(send(HttpMethod.PUT, practicePath(), manager(), read.tag(), without.toString())
                        .status())
                .isEqualTo(409);
        assertThat(send(HttpMethod.PUT, practicePath(), manager(), read.tag(), more.toString())
                        .status())
                .isEqualTo(200);
    }

    private static final String RULES = """
            {"rules": [
              {"kind": "REMINDER", "when": {"daysBefore": 1, "at": "18:00"}, "channels": ["SMS", "EMAIL"], "reach": "FIRST"},
              {"kind": "REMINDER", "when": {"beforeStart": "PT2H"}, "channels": ["SMS"]},
              {"kind": "REVIEW_REQUEST", "when": {"afterEnd": "P2D"}, "channels": []}]}
            """;

    @Test
    void aManagerSaysWhichMessagesClientsGet() {
        Answer before = send(HttpMethod.GET, rulesPath(), manager(), null, null);
        try (EventProbe probe = EventProbe.on(brokers(), "practices")) {
            Answer changed = send(HttpMethod.PUT, rulesPath(), manager(), before.tag(), RULES);

            SeenEvent told = probe.await(
                    "practices",
                    event -> event.subject().equals(practice.toString())
                            && event.data().has("messageRules"));
            assertThat(before.form().get("rules")).isEmpty();
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.form().at("/rules/0/when/at").asString()).isEqualTo("18:00");
            assertThat(changed.body())
                    .isEqualTo(send(HttpMethod.GET, rulesPath(), manager(), null, null)
                            .body());
            EventContract.of("org.bodywork.practice.changed.v1").assertFits(told.value());
            assertThat(told.data().get("messageRules")).isEqualTo(changed.form().get("rules"));
        }
    }

    @Test
    void theRulesOfMessagesStayWhenTheListingIsEditedOrImported() {
        send(HttpMethod.PUT, rulesPath(), manager(), practiceForm().tag(), RULES);
        ObjectNode form = practiceForm().form();
        form.put("name", "Another name");

        Answer edited =
                send(HttpMethod.PUT, practicePath(), manager(), practiceForm().tag(), form.toString());
        service.importing(row.with("practice_name", "A third name"))
                .expectStatus()
                .isOk();

        assertThat(edited.status()).isEqualTo(200);
        assertThat(send(HttpMethod.GET, rulesPath(), manager(), null, null)
                        .form()
                        .get("rules"))
                .hasSize(3);
    }

    @Test
    void everyRuleThatCannotBeFollowedIsNamedAndNoneIsKept() {
        Answer read = send(HttpMethod.GET, rulesPath(), manager(), null, null);

        Answer refused = send(HttpMethod.PUT, rulesPath(), manager(), read.tag(), """
                        {"rules": [
                          {"kind": "REMINDER", "when": {"beforeStart": "PT24H"}, "channels": ["EMAIL"]},
                          {"kind": "REMINDER", "when": {"afterEnd": "PT1H"}, "channels": ["EMAIL"]},
                          {"kind": "BIRTHDAY", "channels": ["EMAIL"]},
                          {"kind": "CONFIRMATION", "channels": ["FAX"]}]}
                        """);
        Answer misshapen = send(HttpMethod.PUT, rulesPath(), manager(), read.tag(), """
                        {"rules": [{"kind": 5, "channels": "EMAIL", "at": "18:00"}]}
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/rules/1/when/afterEnd", "/rules/2/kind", "/rules/3/channels/0");
        assertThat(misshapen.status()).isEqualTo(400);
        assertThat(misshapen.pointers()).containsExactlyInAnyOrder("/rules/0/kind", "/rules/0/channels", "/rules/0/at");
        assertThat(send(HttpMethod.GET, rulesPath(), manager(), null, null)).isEqualTo(read);
    }

    @Test
    void onlyThePracticesOwnManagerChangesItsRulesAndOnTopOfWhatTheySaw() {
        Account elsewhere = manager(PracticeId.ofExternal(new Slug("elsewhere")));
        String tag = practiceForm().tag();

        assertThat(send(HttpMethod.PUT, rulesPath(), elsewhere, tag, RULES).status())
                .isEqualTo(404);
        assertThat(send(HttpMethod.PUT, rulesPath(), herself(), tag, RULES).status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.PUT, rulesPath(), manager(), null, RULES).status())
                .isEqualTo(428);
        assertThat(send(HttpMethod.PUT, rulesPath(), manager(), "\"7\"", RULES).status())
                .isEqualTo(412);
        assertThat(practiceForm().tag()).isEqualTo(tag);
    }

    @Test
    void anOperatorListsAPracticeWhichIsSeenOnceItIsPublished() {
        ObjectNode form = aNewPractice();
        try (EventProbe probe = EventProbe.on(brokers(), "practices")) {
            Answer added = send(HttpMethod.POST, "/api/practices", operator(), null, form.toString());

            SeenEvent told =
                    probe.await("practices", event -> event.text("/slug").equals(slugOf(form)));
            assertThat(added.status()).isEqualTo(201);
            assertThat(added.location()).isEqualTo("/api/practices/" + slugOf(form));
            service.get(added.location()).expectStatus().isNotFound();
            EventContract.of("org.bodywork.practice.changed.v1").assertFits(told.value());
            assertThat(told.text("/status")).isEqualTo("WITHDRAWN");

            PracticeId id = new PracticeId(UUID.fromString(told.subject()));
            ObjectNode open = added.form();
            open.put("status", "published");
            Answer published = send(HttpMethod.PUT, "/api/practices/" + id, manager(id), added.tag(), open.toString());

            assertThat(published.status()).isEqualTo(200);
            service.get(added.location()).expectBody().jsonPath("$.claimed").isEqualTo(true);
        }
    }

    @Test
    void nobodyElseListsAPracticeAndNoneTakesTheNameOfAnother() {
        ObjectNode form = aNewPractice();
        ObjectNode taken = aNewPractice();
        taken.put("slug", row.get("practice_id"));
        ObjectNode wrong = aNewPractice();
        wrong.put("slug", "No Slug");
        location(wrong).put("id", practiceForm().form().at("/locations/0/id").asString());

        assertThat(send(HttpMethod.POST, "/api/practices", manager(), null, form.toString())
                        .status())
                .isEqualTo(403);
        assertThat(send(HttpMethod.POST, "/api/practices", operator(), null, taken.toString())
                        .status())
                .isEqualTo(409);
        assertThat(send(HttpMethod.POST, "/api/practices", operator(), null, wrong.toString())
                        .pointers())
                .containsExactlyInAnyOrder("/slug", "/locations/0/id");
    }

    private ObjectNode aNewPractice() {
        ObjectNode form = practiceForm().form();
        form.put("slug", Fresh.slug("new-practice"));
        form.put("status", "draft");
        location(form).remove("id");
        return form;
    }

    private static String slugOf(ObjectNode form) {
        return form.get("slug").asString();
    }

    private static Account operator() {
        return Account.ofFirstOperator(new EmailAddress("operator@demo.example"));
    }

    private String rulesPath() {
        return practicePath() + "/message-rules";
    }

    private String brokers() {
        return environment.getRequiredProperty("spring.kafka.bootstrap-servers");
    }
}
