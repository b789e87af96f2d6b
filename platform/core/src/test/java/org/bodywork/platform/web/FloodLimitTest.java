package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FloodLimitTest {

    private static final InetAddress SOMEBODY = InetAddress.ofLiteral("203.0.113.7");
    private static final InetAddress ANOTHER = InetAddress.ofLiteral("203.0.113.8");
    private static final InetAddress PROXY = InetAddress.ofLiteral("10.1.2.3");

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T22:00:00Z"));
    private final ClientAddress addresses =
            new ClientAddress(Stream.of("10.0.0.0/8").map(AddressRange::parse).toList());
    private final FloodLimit limit = new FloodLimit(addresses, 3, clock);

    @Test
    void refusesOneRequestTooManyOfOneAddress() {
        assertThat(admitted(SOMEBODY, 4)).containsExactly(true, true, true, false);
        assertThat(admitted(ANOTHER, 1)).containsExactly(true);
    }

    @Test
    void admitsAsManyAgainInTheNextSecond() {
        admitted(SOMEBODY, 4);
        clock.advance(Duration.ofSeconds(1));

        assertThat(admitted(SOMEBODY, 4)).containsExactly(true, true, true, false);
    }

    @Test
    void limitsNeitherThisMachineNorTrustedProxies() {
        assertThat(admitted(InetAddress.getLoopbackAddress(), 9)).doesNotContain(false);
        assertThat(admitted(PROXY, 9)).doesNotContain(false);
    }

    @Test
    void limitsNobodyWhenSetToNone() {
        FloodLimit none = new FloodLimit(addresses, 0, clock);

        assertThat(Stream.generate(() -> none.admits(SOMEBODY)).limit(1_000)).doesNotContain(false);
    }

    @Test
    void answersWithAProblemThatSaysWhenToComeAgain() {
        admitted(SOMEBODY, 3);

        StepVerifier.create(addresses.filter(aRequest(), each -> limit.filter(each, _ -> Mono.empty())))
                .verifyErrorSatisfies(error -> assertThat(new Problems(List.of()).of(error))
                        .matches(problem -> problem.status() == 429)
                        .matches(problem -> "1".equals(problem.headers().get("Retry-After"))));
    }

    private static ServerWebExchange aRequest() {
        return MockServerWebExchange.from(
                MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(SOMEBODY, 1)));
    }

    private List<Boolean> admitted(InetAddress address, int requests) {
        return Stream.generate(() -> limit.admits(address)).limit(requests).toList();
    }
}
