package org.bodywork.platform.devservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Set<String> KNOWN = Set.of("smtp-port", "data");

    @Test
    void anArgumentWinsOverTheEnvironment() {
        var options = parse(Map.of("SMTP_PORT", "1"), "--smtp-port", "2");

        assertThat(options.port("smtp-port", 3)).isEqualTo(2);
    }

    @Test
    void theEnvironmentWinsOverTheDefault() {
        assertThat(parse(Map.of("SMTP_PORT", "1")).port("smtp-port", 3)).isEqualTo(1);
    }

    @Test
    void aBlankVariableCountsAsNone() {
        assertThat(parse(Map.of("SMTP_PORT", " ")).port("smtp-port", 3)).isEqualTo(3);
    }

    @Test
    void readsAFolder() {
        assertThat(parse(Map.of(), "--data", "here").folder("data")).isEqualTo(Path.of("here"));
    }

    @Test
    void refusesAMissingFolder() {
        var options = parse(Map.of());

        assertThatThrownBy(() -> options.folder("data"))
                .hasMessage("--data is missing: give a folder that can be written.");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatThrownBy(() -> parse(Map.of(), "--data")).isInstanceOf(CannotStart.class);
    }

    @Test
    void refusesAPortThatIsNoNumber() {
        var options = parse(Map.of(), "--smtp-port", "mail");

        assertThatThrownBy(() -> options.port("smtp-port", 3))
                .hasMessage("--smtp-port needs a port from 0 to 65535, not \"mail\".");
    }

    @Test
    void refusesAPortBeyondTheLast() {
        var options = parse(Map.of(), "--smtp-port", "65536");

        assertThatThrownBy(() -> options.port("smtp-port", 3)).isInstanceOf(CannotStart.class);
    }

    private static Options parse(Map<String, String> environment, String... args) {
        return Options.parse(args, environment, KNOWN);
    }
}
