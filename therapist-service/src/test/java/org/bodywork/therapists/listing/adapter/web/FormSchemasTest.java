package org.bodywork.therapists.listing.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bodywork.therapists.listing.domain.Area;
import org.bodywork.therapists.listing.domain.Clients;
import org.bodywork.therapists.listing.domain.Condition;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.Gender;
import org.bodywork.therapists.listing.domain.ListingStatus;
import org.bodywork.therapists.listing.domain.Modality;
import org.bodywork.therapists.listing.domain.PracticeKind;
import org.bodywork.therapists.listing.domain.Pressure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form's schema names the words of the domain once more, so that all that is wrong can be told in one answer. */
class FormSchemasTest {

    static Stream<Arguments> words() {
        String therapist = "therapist-form";
        String practice = "practice-form";
        return Stream.of(
                Arguments.of(therapist, "/properties/status", slugs(ListingStatus.values(), ListingStatus::slug)),
                Arguments.of(therapist, "/properties/gender", slugs(Gender.values(), Gender::slug)),
                Arguments.of(therapist, "/$defs/modality", slugs(Modality.values(), Modality::slug)),
                Arguments.of(therapist, "/$defs/pressure", slugs(Pressure.values(), Pressure::slug)),
                Arguments.of(
                        therapist,
                        "/properties/conditions/items/properties/condition",
                        slugs(Condition.values(), Condition::slug)),
                Arguments.of(therapist, "/$defs/treatment/properties/clients", slugs(Clients.values(), Clients::slug)),
                Arguments.of(practice, "/properties/status", slugs(ListingStatus.values(), ListingStatus::slug)),
                Arguments.of(practice, "/properties/kind", slugs(PracticeKind.values(), PracticeKind::slug)),
                Arguments.of(
                        practice, "/properties/doctorsPapers/items", slugs(DoctorsPaper.values(), DoctorsPaper::slug)),
                Arguments.of(practice, "/$defs/location/properties/area", slugs(Area.values(), Area::slug)),
                Arguments.of(
                        practice,
                        "/$defs/location/properties/access/properties/eases/items",
                        slugs(Ease.values(), Ease::slug)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void nameTheWordsOfTheDomain(String form, String at, List<String> words) {
        List<String> named = schema(form)
                .at(at + "/enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();

        assertThat(named).containsExactlyElementsOf(words);
    }

    private static <E> List<String> slugs(E[] words, Function<E, String> slug) {
        return Arrays.stream(words).map(slug).toList();
    }

    private static JsonNode schema(String form) {
        InputStream file = FormSchemasTest.class.getResourceAsStream("/requests/" + form + ".schema.json");
        return JsonMapper.shared().readTree(Objects.requireNonNull(file));
    }
}
