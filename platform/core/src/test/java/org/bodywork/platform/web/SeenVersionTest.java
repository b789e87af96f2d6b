package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

class SeenVersionTest {

    @Test
    void readsItsOwnTag() {
        assertThat(SeenVersion.of(SeenVersion.tag(42))).isEqualTo(42);
    }

    @Test
    void whatIsNoTagOfOursIsNoVersion() {
        assertThat(SeenVersion.of("*")).isNegative();
        assertThat(SeenVersion.of("W/\"42\"")).isNegative();
        assertThat(SeenVersion.of("42")).isNegative();
        assertThat(SeenVersion.of("\"42\", \"43\"")).isNegative();
        assertThat(SeenVersion.of("\"99999999999999999999\"")).isNegative();
    }

    @Test
    void asksForTheHeader() {
        assertThatThrownBy(() -> SeenVersion.of(null))
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        error -> assertThat(error.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED));
    }
}
