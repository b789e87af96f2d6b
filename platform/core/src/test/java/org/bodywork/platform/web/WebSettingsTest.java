package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSettingsTest {

    @Test
    void readsAnyPortAsBrowsersDo() {
        WebSettings settings =
                allowing("https://practice.example", " http://localhost:* ", "https://*.practice.example", "");

        assertThat(settings.originPatterns())
                .containsExactly("https://practice.example", "http://localhost:[*]", "https://*.practice.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "practice.example", "https://practice.example/", "https://*", "javascript:x", "https://a b"
            })
    void refusesWhatNamesNoSite(String origin) {
        assertThatThrownBy(() -> allowing(origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(origin);
    }

    private static WebSettings allowing(String... origins) {
        return new WebSettings(List.of(), 200, List.of(origins));
    }
}
