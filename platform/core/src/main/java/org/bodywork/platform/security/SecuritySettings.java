package org.bodywork.platform.security;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param issuer the {@code iss} of every token, and where the issuer is found
 * @param audience what {@code aud} must hold
 * @param jwksUri where the issuer publishes its keys, when not at its well-known place
 * @param issuerPatience how long to wait for them
 */
@ConfigurationProperties("bodywork.security")
record SecuritySettings(
        String issuer,
        @DefaultValue("bodywork") String audience,
        @Nullable URI jwksUri,
        @DefaultValue("2s") Duration issuerPatience) {

    SecuritySettings {
        if (issuer.isBlank()) {
            throw new IllegalArgumentException("bodywork.security.issuer must say whose tokens count");
        }
    }

    URI keys() {
        return jwksUri != null ? jwksUri : URI.create(issuer + "/.well-known/jwks.json");
    }
}
