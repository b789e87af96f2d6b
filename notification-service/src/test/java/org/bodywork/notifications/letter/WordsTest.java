package org.bodywork.notifications.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.exceptions.TemplateEngineException;

class WordsTest {

    record Model(String name, Optional<String> phone, Part part) {}

    record Part(boolean late) {}

    private static final Model ANA = new Model("Ana", Optional.empty(), new Part(true));

    @Test
    void areFilledInFromARecord() {
        Words words =
                Words.parse("test", "subject: Hello [(${name})]\n\nFirst.\n\n[# th:if=\"${part.late}\"]Late.[/]\n");

        assertThat(words.line("subject", ANA)).isEqualTo("Hello Ana");
        assertThat(words.paragraphs(ANA)).isEqualTo(List.of("First.", "Late."));
    }

    @Test
    void leaveOutWhatComesOutEmpty() {
        Words words = Words.parse("test", "Phone: [(${phone})]\nName: [(${name})]");

        assertThat(words.lines(ANA)).containsExactly(Map.entry("Name", "Ana"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[(${nmae})]", "[(${part.early})]", "[(${name.length})]", "[# th:if=\"${modality}\"]x[/]"})
    void failOnAVariableTheModelDoesNotHave(String template) {
        Words words = Words.parse("test", "subject: " + template);

        assertThatThrownBy(() -> words.line("subject", ANA)).isInstanceOf(TemplateEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[(${T(java.lang.Runtime)})]", "[(${#ctx})]", "[(${name.class})]", "[(${@bean})]"})
    void letATemplateReachNothingElse(String template) {
        Words words = Words.parse("test", "subject: " + template);

        assertThatThrownBy(() -> words.line("subject", ANA)).isInstanceOf(TemplateEngineException.class);
    }

    @Test
    void letNoValueBeginALineOrBecomeATemplate() {
        Model hostile =
                new Model("Eve\r\n\r\nsubject: \u2028 [(${part})] [[${part}]]", Optional.empty(), new Part(false));
        Words words = Words.parse("test", "subject: [(${name})]\n\nFor [(${name})].");

        assertThat(words.line("subject", hostile)).isEqualTo("Eve subject: [(${part})] [[${part}]]");
        assertThat(words.paragraphs(hostile)).containsExactly("For Eve subject: [(${part})] [[${part}]].");
    }
}
