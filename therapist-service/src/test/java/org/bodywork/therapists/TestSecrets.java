package org.bodywork.therapists;

import java.util.Map;
import java.util.Objects;
import org.bodywork.platform.crypto.KeyMaker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the service under test the secrets it does not start without. */
public final class TestSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String INTERNAL_TOKEN = "the-internal-token-of-tests";
    public static final String OPERATOR = "operator@demo.example";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String keyset = Objects.requireNonNull(KeyMaker.allSecrets().get("BODYWORK_EVENT_KEYSET"));
        Map<String, Object> secrets = Map.of(
                "bodywork.event.keyset",
                keyset,
                "bodywork.internal.token",
                INTERNAL_TOKEN,
                "bodywork.operator.email",
                OPERATOR,
                "bodywork.oidc.issuers[0].issuer",
                FakeIssuer.NAME,
                "bodywork.oidc.issuers[0].audience",
                FakeIssuer.CLIENT,
                "bodywork.oidc.issuers[0].jwks-uri",
                FakeIssuer.running().jwksUri());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("secrets of the test", secrets));
    }
}
