package org.bodywork.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Tokens that name a practice in plain words: how real ones are checked is platform/core's to test. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    private static final String PREFIX = "manager of ";

    public static String managerOf(String practiceId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + practiceId).getBytes(UTF_8));
    }

    @Bean
    ReactiveJwtDecoder plainTokens() {
        return token -> Mono.fromSupplier(() -> decode(token));
    }

    private static Jwt decode(String token) {
        String words = new String(Base64.getUrlDecoder().decode(token), UTF_8);
        if (!words.startsWith(PREFIX)) {
            throw new BadJwtException("not one of ours");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject("somebody")
                .claim("roles", List.of("manager"))
                .claim("practiceId", words.substring(PREFIX.length()))
                .expiresAt(Instant.MAX.minusSeconds(1))
                .build();
    }
}
