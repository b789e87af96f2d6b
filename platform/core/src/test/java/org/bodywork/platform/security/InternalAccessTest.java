package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

class InternalAccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "anything"})
    void staysShutWhileThereIsNoToken(String shown) {
        InternalAccess door = new InternalAccess(new InternalSettings(""));
        MockServerWebExchange exchange = MockServerWebExchange.from(
                MockServerHttpRequest.get("/internal/state").header("X-Internal-Token", shown));

        assertThatThrownBy(() -> door.filter(exchange, _ -> Mono.empty()).block())
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("404");
    }
}
