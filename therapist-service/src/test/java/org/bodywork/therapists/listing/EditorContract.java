package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.PracticeId;
import org.bodywork.therapists.listing.domain.TherapistId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may change listings, and on top of what, on whatever MongoDB. */
abstract class EditorContract extends EditedListing {

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
}
