package org.bodywork.platform.testing.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of event-contracts agree with each other. */
class ContractsAgreeTest {

    private static final String SCHEMA = ".schema";

    static Set<String> types() {
        return EventContract.types();
    }

    @Test
    void namesAtLeastTheEventsOfOneBooking() {
        assertThat(types()).contains("org.bodywork.therapist.changed.v1", "org.bodywork.appointment.confirmed.v1");
    }

    @Test
    void everySchemaIsAMessageOrPartOfOne() {
        Set<String> used = new TreeSet<>(types());
        ContractFiles.matching("schemas/*.json")
                .flatMap(schema -> referredBy(schema.text()))
                .forEach(used::add);

        assertThat(ContractFiles.matching("schemas/*.json").map(ContractsAgreeTest::typeOf))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyMessageTravelsOnOneTopic(String type) {
        assertThat(AsyncApi.published().topicsByType().get(type)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyMessageHasItsOwnSchemaAndHeader(String type) {
        JsonNode message = AsyncApi.published().message(type);

        assertThat(message.at("/payload/schema/$ref").asString()).isEqualTo("schemas/" + type + ".schema.json");
        assertThat(message.path("headers").findValuesAsString("const")).containsExactly(type);
    }

    @Test
    void bothListsOfTopicsAreTheSame() {
        assertThat(AsyncApi.published().topics()).containsExactlyInAnyOrderElementsOf(Topics.names());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasAMinimalAndAFullExample(String type) {
        assertThat(EventContract.of(type).examples()).extracting(Example::name).contains("minimal", "full");
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleFits(String type) {
        assertThat(EventContract.of(type).examples())
                .allSatisfy(example -> EventContract.of(type).assertFits(example.json()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleFitsWithFieldsAddedLater(String type) {
        assertThat(EventContract.of(type).examples())
                .allSatisfy(
                        example -> EventContract.of(type).assertFits(EventContract.withUnknownFields(example.json())));
    }

    @ParameterizedTest
    @MethodSource("types")
    void noRejectedExampleFits(String type) {
        assertThat(EventContract.of(type).rejectedExamples())
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(Schemas.faults(type, example.json())).isNotEmpty());
    }

    @Test
    void examplesBelongToATypeThatThereIs() {
        assertThat(Stream.of("examples/*/*.json", "examples/rejected/*/*.json").flatMap(ContractFiles::matching))
                .extracting(ContractFiles.File::folder)
                .isSubsetOf(types());
    }

    private static Stream<String> referredBy(String schema) {
        return JsonMapper.shared().readTree(schema).findValuesAsString("$ref").stream()
                .map(reference -> reference.replaceFirst("#.*", ""))
                .filter(reference -> !reference.isEmpty())
                .map(reference -> reference.replace(SCHEMA + ".json", ""));
    }

    private static String typeOf(ContractFiles.File schema) {
        return schema.name().replace(SCHEMA, "");
    }
}
