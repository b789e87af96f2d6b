package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.therapists.account.domain.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff may write of a therapist, on whatever MongoDB. */
abstract class TherapistEditorContract extends EditedListing {

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

    /** booking-service closes openings after the licence's last day, and opens them again by the day that this tells. */
    @Test
    void theRenewalOfALicenceIsToldWithItsNewLastDay() {
        try (EventProbe probe =
                EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "therapists")) {
            Answer expired = expiring(luciasForm(), "2026-09-30");
            Answer renewed = expiring(expired, "2030-09-30");

            assertThat(expired.status()).isEqualTo(200);
            assertThat(renewed.status()).isEqualTo(200);
            for (String lastDay : List.of("2026-09-30", "2030-09-30")) {
                var event = probe.await(
                        "therapists",
                        seen -> seen.text("/id").equals(lucia.toString())
                                && seen.text("/licence/expires").equals(lastDay));
                EventContract.of("org.bodywork.therapist.changed.v1").assertFits(event.value());
            }
            assertThat(profile().at("/credentials/0/expires").asString()).isEqualTo("2030-09-30");
        }
    }

    private Answer expiring(Answer read, String lastDay) {
        ObjectNode form = read.form();
        ((ObjectNode) form.at("/credentials/0")).put("expires", lastDay).put("checked", "2026-03-13");
        return send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), form.toString());
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
    void aTreatmentNamesTheRoomsThatFitIt() {
        try (EventProbe probe =
                EventProbe.on(environment.getRequiredProperty("spring.kafka.bootstrap-servers"), "therapists")) {
            Answer read = luciasForm();
            ObjectNode form = read.form();
            treatment(form).putArray("rooms").add("Bur Oak");

            Answer changed = send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), form.toString());

            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.form()).isEqualTo(form);
            var event = probe.await(
                    "therapists",
                    seen -> seen.text("/id").equals(lucia.toString())
                            && seen.text("/treatments/0/rooms/0").equals("Bur Oak"));
            EventContract.of("org.bodywork.therapist.changed.v1").assertFits(event.value());
        }
    }

    @Test
    void aTreatmentFitsOnlyIntoRoomsThatThereAre() {
        Answer read = luciasForm();
        ObjectNode elsewhere = read.form();
        treatment(elsewhere).putArray("rooms").add("Acorn").add("Attic");
        ObjectNode outside = read.form();
        treatment(outside).put("roomNeeded", false).putArray("rooms").add("Acorn");

        assertThat(send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), elsewhere.toString())
                        .pointers())
                .containsExactly("/treatments/0/rooms/1");
        assertThat(send(HttpMethod.PUT, luciasPath(), manager(), read.tag(), outside.toString())
                        .pointers())
                .containsExactly("/treatments/0/rooms");
    }
}
