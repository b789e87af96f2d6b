package org.bodywork.bookings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Tokens that say who they are for in plain words: how real ones are checked is platform/core's to test. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    public static String manager(String account, String practiceId) {
        return token(account, "manager", "practiceId", practiceId);
    }

    public static String therapist(String account, String therapistId) {
        return token(account, "therapist", "therapistId", therapistId);
    }

    public static String operator(String account) {
        return token(account, "operator", "none", "none");
    }

    private static String token(String account, String role, String claim, String value) {
        String words = String.join(" ", account, role, claim, value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    ReactiveJwtDecoder plainTokens() {
        return token -> Mono.fromSupplier(() -> decode(token));
    }

    private static Jwt decode(String token) {
        String[] words = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", -1);
        if (words.length != 4) {
            throw new BadJwtException("not one of ours");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(words[0])
                .claim("roles", List.of(words[1]))
                .claim(words[2], words[3])
                .expiresAt(Instant.MAX.minusSeconds(1))
                .build();
    }
}
