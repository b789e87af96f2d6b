package org.bodywork.therapists.listing;

import static org.assertj.core.api.Assertions.assertThat;

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
}
