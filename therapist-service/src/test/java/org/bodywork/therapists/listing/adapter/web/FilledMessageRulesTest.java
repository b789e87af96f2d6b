package org.bodywork.therapists.listing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.contracts.Example;
import org.bodywork.platform.web.FieldFault;
import org.bodywork.platform.web.InvalidRequest;
import org.bodywork.therapists.listing.domain.MessageKind;
import org.bodywork.therapists.listing.domain.MessageRule;
import org.bodywork.therapists.listing.domain.MessageRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What may be said of messages is what the contract of the event lets travel. */
class FilledMessageRulesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final EventContract PRACTICE = EventContract.of("org.bodywork.practice.changed.v1");

    static Stream<Example> accepted() {
        return PRACTICE.examples().stream().filter(FilledMessageRulesTest::hasRules);
    }

    static Stream<Example> rejected() {
        return PRACTICE.rejectedExamples().stream().filter(FilledMessageRulesTest::hasRules);
    }

    private static boolean hasRules(Example example) {
        return JSON.readTree(example.json()).has("messageRules");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void takesWhatMayTravel(Example example) {
        JsonNode rules = JSON.readTree(example.json()).get("messageRules");

        assertThat(read(rules.toString()).all()).hasSize(rules.size());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void refusesWhatMustNotTravel(Example example) {
        String rules = JSON.readTree(example.json()).get("messageRules").toString();

        assertThat(pointersOf(rules)).isNotEmpty().allMatch(pointer -> pointer.startsWith("/rules/0/"));
    }

    @Test
    void knowsTheKindsOfTheContract() {
        JsonNode all = JSON.readTree(PRACTICE.example("every-message").json()).get("messageRules");

        assertThat(read(all.toString()).all())
                .extracting(MessageRule::kind)
                .hasSameElementsAs(List.of(MessageKind.values()));
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        assertThat(pointersOf("""
                        [{"kind": "REMINDER", "when": {"afterEnd": "PT1H"}, "channels": ["EMAIL"]},
                         {"kind": "NEWSLETTER", "channels": ["EMAIL", "PIGEON", "EMAIL"], "reach": "SOME"},
                         {"kind": "REMINDER", "when": {"daysBefore": 0, "at": "23:00"}, "channels": ["SMS"]},
                         {"kind": "FOLLOW_UP", "channels": ["EMAIL"]},
                         {"kind": "REMINDER", "when": {"daysBefore": 2}, "channels": ["EMAIL"]},
                         {"kind": "REVIEW_REQUEST", "when": {}, "channels": ["EMAIL"]}]
                        """))
                .containsExactlyInAnyOrder(
                        "/rules/0/when/afterEnd",
                        "/rules/1/kind",
                        "/rules/1/channels/1",
                        "/rules/1/channels",
                        "/rules/1/reach",
                        "/rules/2/when/daysBefore",
                        "/rules/2/when/at",
                        "/rules/3/when",
                        "/rules/4/when/at",
                        "/rules/5/when");
    }

    @ParameterizedTest
    @CsvSource({
        "REMINDER, beforeStart, PT0S",
        "REMINDER, beforeStart, -PT1H",
        "REMINDER, beforeStart, P60DT1M",
        "REMINDER, beforeStart, PT90S",
        "REMINDER, beforeStart, tomorrow",
        "REMINDER, beforeStart, PT9999999999999999999H",
        "FOLLOW_UP, afterEnd, PT0S",
        "REVIEW_REQUEST, beforeStart, PT1H",
        "CONFIRMATION, beforeStart, PT1H"
    })
    void namesATimeThatIsOfNoUse(String kind, String field, String time) {
        assertThat(pointersOf("""
                        [{"kind": "%s", "when": {"%s": "%s"}, "channels": ["EMAIL"]}]
                        """.formatted(kind, field, time))).containsExactly("/rules/0/when/" + field);
    }

    @ParameterizedTest
    @CsvSource({"07:59", "21:00", "08:01", "25:00", "noon"})
    void namesATimeOfDayAtWhichNobodyIsWrittenTo(String at) {
        assertThat(pointersOf("""
                        [{"kind": "REMINDER", "when": {"daysBefore": 1, "at": "%s"}, "channels": ["EMAIL"]}]
                        """.formatted(at))).containsExactly("/rules/0/when/at");
    }

    @Test
    void refusesTwoRulesThatWouldSendTheSameMessageTwice() {
        assertThat(pointersOf("""
                        [{"kind": "REMINDER", "when": {"beforeStart": "PT24H"}, "channels": ["EMAIL"]},
                         {"kind": "FOLLOW_UP", "when": {"afterEnd": "PT24H"}, "channels": ["EMAIL"]},
                         {"kind": "REMINDER", "when": {"beforeStart": "P1D"}, "channels": ["SMS"]}]
                        """)).containsExactly("/rules/2/when");
    }

    private static MessageRules read(String rules) {
        return new FilledMessageRules(JSON.readValue("{\"rules\": " + rules + "}", MessageRulesForm.class)).rules();
    }

    private static List<String> pointersOf(String rules) {
        InvalidRequest refused = catchThrowableOfType(InvalidRequest.class, () -> read(rules));
        assertThat(refused).isNotNull();
        return refused.faults().stream().map(FieldFault::pointer).toList();
    }
}
