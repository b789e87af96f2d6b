package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class KeysAheadTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    @Test
    void asksBeforeAnyTokenComes() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        KeysAhead ahead = new KeysAhead(keyId -> answer(asked), OFTEN);

        ahead.start();

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        ahead.stop();
    }

    @Test
    void asksAgainWhileTheIssuerIsAway() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        KeysAhead ahead = new KeysAhead(
                keyId -> answer(asked).then(Mono.error(new KeysUnavailable(new IllegalStateException("away")))), OFTEN);

        ahead.start();

        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        ahead.stop();
    }

    private static Mono<JWKSet> answer(CountDownLatch asked) {
        return Mono.fromSupplier(() -> {
            asked.countDown();
            return new JWKSet();
        });
    }
}
