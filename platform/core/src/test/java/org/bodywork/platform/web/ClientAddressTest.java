package org.bodywork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        // no proxy in front
        "203.0.113.7, , 203.0.113.7",
        // nobody is believed who is not trusted
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "10.1.2.3, 198.51.100.1, 198.51.100.1",
        // what a client wrote itself stands further to the left
        "10.1.2.3, '1.2.3.4, 198.51.100.1', 198.51.100.1",
        "10.1.2.3, '1.2.3.4, 198.51.100.1, 10.9.9.9', 198.51.100.1",
        "10.1.2.3, '10.5.5.5, 10.9.9.9', 10.5.5.5",
        "10.1.2.3, '198.51.100.1, unknown', 10.1.2.3",
        "10.1.2.3, 'localhost', 10.1.2.3",
        "10.1.2.3, '', 10.1.2.3",
        "2001:db8::1, 198.51.100.1, 198.51.100.1",
        "2001:db9::1, 198.51.100.1, 2001:db9:0:0:0:0:0:1",
        "::ffff:10.1.2.3, 2001:db9::7, 2001:db9:0:0:0:0:0:7"
    })
    void believesTrustedProxiesOnly(String peer, @Nullable String forwardedFor, String client) {
        assertThat(addressOf(peer, forwardedFor, "10.0.0.0/8", "2001:db8::/32")).isEqualTo(client);
    }

    @Test
    void believesNobodyByDefault() {
        assertThat(addressOf("127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "proxy.example", "::/129"})
    void refusesASettingThatIsNoBlock(String block) {
        assertThatThrownBy(() -> AddressRange.parse(block)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String addressOf(String peer, @Nullable String forwardedFor, String... trusted) {
        MockServerHttpRequest.BaseBuilder<?> request =
                MockServerHttpRequest.get("/").remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 1));
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        List<AddressRange> ranges = Stream.of(trusted).map(AddressRange::parse).toList();
        AtomicReference<@Nullable String> seen = new AtomicReference<>();
        new ClientAddress(ranges)
                .filter(MockServerWebExchange.from(request), exchange -> {
                    seen.set(ClientAddress.of(exchange).getHostAddress());
                    return Mono.empty();
                })
                .block();
        return String.valueOf(seen.get());
    }
}
