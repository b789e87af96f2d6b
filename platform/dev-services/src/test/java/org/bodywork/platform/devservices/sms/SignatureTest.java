package org.bodywork.platform.devservices.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final Map<String, String> PARAMETERS =
            Map.of("To", "+13145550100", "Body", "Olá & grüße ✓ 100%", "AccountSid", "AC1", "empty", "");

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8082/webhooks", "https://example.com/a?b=c&d=%20e", "http://example.com/"})
    void isWhatTheProvidersOwnLibraryExpects(String url) {
        var signature = Signature.of(URI.create(url), PARAMETERS, "token");

        assertThat(new RequestValidator("token").validate(url, PARAMETERS, signature))
                .isTrue();
    }
}
