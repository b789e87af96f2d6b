package org.bodywork.bookings.editing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DraftTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MultiValueMap<String, String> form = new LinkedMultiValueMap<>();

    @Test
    void dropsLinesThatAreBlankOrToGoSoThatNumbersFitWhatIsSent() {
        typed("treatments.0.name", "Swedish");
        typed("treatments.0.remove", "true");
        typed("treatments.2.name", "Hot stones");
        typed("treatments.2.minutes", "90");
        typed("treatments.10.name", "");
        typed("treatments.10.minutes", " ");
        typed("treatments.10.price.currency", "USD");

        Draft draft = Draft.typed(form);

        assertThat(draft.count("treatments")).isEqualTo(1);
        assertThat(draft.at("treatments.0.name")).isEqualTo("Hot stones");
    }

    @Test
    void takesTheLastOfAYesAndItsHiddenNo() {
        typed("rules.instant", "false");
        typed("rules.instant", "true");

        assertThat(body(Part.RULES, "{}").at("/rules/instant").asBoolean()).isTrue();
    }

    @Test
    void leavesEverythingElseAsItIsStored() {
        typed("rules.noticeMinutes", "240");
        typed("rules.feeText", "");
        typed("rules.visitsADay", "");

        JsonNode body = body(Part.RULES, """
                {"name": "June", "rules": {"noticeMinutes": 60, "visitsADay": 4}, "locations": ["a"]}
                """);

        assertThat(body).isEqualTo(JSON.readTree("""
                {"name": "June", "locations": ["a"], "rules": {"noticeMinutes": 240, "feeText": ""}}
                """));
    }

    @Test
    void sendsWhatIsNoNumberAsItWasTyped() {
        typed("rules.noticeMinutes", "an hour");

        assertThat(body(Part.RULES, "{}").at("/rules/noticeMinutes").asString()).isEqualTo("an hour");
    }

    @Test
    void keepsListsThatHaveBecomeEmpty() {
        typed("treatments.0.name", "");

        assertThat(body(Part.TREATMENTS, "{\"treatments\": [{\"name\": \"Swedish\"}]}"))
                .isEqualTo(JSON.readTree("{\"treatments\": []}"));
    }

    @Test
    void looksAtNothingThatIsCalledOtherwise() {
        typed("__proto__.polluted", "yes");
        typed("rules.$where", "1");
        typed("practiceId", "another");
        typed("a.b.c.d.e.f.g", "deep");
        typed("treatments.99999.name", "far");
        typed("rules.noticeMinutes", "60");

        assertThat(body(Part.RULES, "{\"practiceId\": \"own\"}"))
                .isEqualTo(JSON.readTree("{\"practiceId\": \"own\", \"rules\": {\"noticeMinutes\": 60}}"));
    }

    @Test
    void survivesNamesThatAreBothAFieldAndAWhole() {
        typed("rules", "text");
        typed("rules.noticeMinutes", "60");
        typed("treatments", "text");
        typed("conditions.0", "text");

        assertThat(body(Part.RULES, "{}").at("/rules/noticeMinutes").asInt()).isEqualTo(60);
        assertThat(Draft.typed(form).count("treatments")).isZero();
    }

    @Test
    void readsSeveralFromOneLineAndFromManyBoxes() {
        typed("languages", "en, es,, en");
        typed("modalities", "");
        typed("modalities", "swedish");
        typed("modalities", "hot-stone");
        typed("photos", "https://a.example/1.jpg\r\nhttps://a.example/2.jpg");

        JsonNode body = body(Part.PROFILE, "{}");

        assertThat(body.at("/languages")).isEqualTo(JSON.readTree("[\"en\", \"es\"]"));
        assertThat(body.at("/modalities")).isEqualTo(JSON.readTree("[\"swedish\", \"hot-stone\"]"));
        assertThat(body.at("/photos")).hasSize(2);
    }

    private void typed(String name, String value) {
        form.add(name, value);
    }

    private JsonNode body(Part part, String stored) {
        return Draft.typed(form).over((ObjectNode) JSON.readTree(stored), part);
    }
}
