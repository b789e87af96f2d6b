package org.bodywork.notifications.delivery.adapter.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.bodywork.notifications.PublicAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class SignedFormsTest {

    private static final Map<String, List<String>> FORM = Map.of("Body", List.of("STOP"));

    private final TwilioSignature signature = new TwilioSignature("0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @CsvSource({
        "https://notify.example,      https://notify.example/in,      true",
        "https://notify.example,      https://notify.example:443/in,  true",
        "https://notify.example:443,  https://notify.example/in,      true",
        "http://notify.example,       http://notify.example:80/in,    true",
        "https://notify.example:8443, https://notify.example:8443/in, true",
        "https://notify.example:8443, https://notify.example/in,      false",
        "https://notify.example,      http://notify.example/in,       false",
        "https://notify.example,      https://notify.example:8082/in, false"
    })
    void areReadUnderThePublicAddressWithOrWithoutItsOwnPort(String here, String signedFor, boolean genuine) {
        MockServerWebExchange exchange =
                MockServerWebExchange.from(MockServerHttpRequest.post("http://10.0.0.7:8082/in")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .header("X-Forwarded-Host", "evil.example")
                        .header(TwilioSignature.HEADER, signature.of(signedFor, FORM))
                        .body("Body=STOP"));

        boolean read = new SignedForms(signature, new PublicAddress(URI.create(here)))
                .read(exchange)
                .hasElement()
                .onErrorReturn(ForgedWebhook.class, false)
                .blockOptional()
                .orElseThrow();

        assertThat(read).isEqualTo(genuine);
    }
}
