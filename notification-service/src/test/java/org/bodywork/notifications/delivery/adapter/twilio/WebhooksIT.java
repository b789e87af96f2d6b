package org.bodywork.notifications.delivery.adapter.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.WholeService;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.platform.devservices.MessagesSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@WholeService
class WebhooksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TwilioSignature signature = new TwilioSignature(MessagesSettings.LOCAL_ACCOUNT.token());
    private final WebTestClient http;
    private final String publicUrl;
    private final Suppressions suppressions;
    private final String phone =
            "+1636" + (5_550_000 + Math.floorMod(UUID.randomUUID().hashCode(), 1_000_000));

    WebhooksIT(@LocalServerPort int port, @Autowired PublicAddress here, @Autowired Suppressions suppressions) {
        this.http =
                WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        this.publicUrl = here.of("");
        this.suppressions = suppressions;
    }

    @Test
    void takesASignedReportOfAMessageNobodyKnows() {
        String path = "/webhooks/twilio/status?notification=unknown";
        MultiValueMap<String, String> form = form(Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));

        assertThat(post(path, form, signed(path, form))).isEqualTo(204);
    }

    @Test
    void checksAgainstThePublicAddressWhateverHostAProxyAsksFor() {
        String path = "/webhooks/twilio/status?notification=unknown";
        MultiValueMap<String, String> form = form(Map.of("MessageSid", "SM1", "MessageStatus", "sent"));

        int status = http.post()
                .uri(path)
                .header("Host", "10.0.0.7:9999")
                .header("X-Forwarded-Host", "evil.example")
                .header(TwilioSignature.HEADER, signed(path, form))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();

        assertThat(status).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webhooks/twilio/status?notification=x", "/webhooks/twilio/inbound"})
    void refusesWhatTwilioDidNotSign(String path) {
        MultiValueMap<String, String> form = form(Map.of("From", phone, "Body", "STOP", "MessageStatus", "delivered"));

        assertThat(post(path, form, null)).isEqualTo(403);
        assertThat(post(path, form, "bm90IHNpZ25lZA==")).isEqualTo(403);
        assertThat(post(path, form, signed("/webhooks/twilio/other", form))).isEqualTo(403);
        assertThat(isSuppressed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop. ", "UNSUBSCRIBE", "opt out", "cancel"})
    void writesNoMoreToWhoeverSaysStop(String word) {
        assertThat(reply(word)).isEqualTo(200);

        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void writesAgainToWhoeverSaysStart() {
        reply("STOP");

        reply("START");

        assertThat(isSuppressed()).isFalse();
    }

    @Test
    void leavesEverythingElseAlone() {
        assertThat(reply("Thank you, see you on Tuesday. Está bien 😀")).isEqualTo(200);

        assertThat(isSuppressed()).isFalse();
    }

    @Test
    void suppressesWhomTwilioReportsAsOptedOut() {
        String path = "/webhooks/twilio/status?notification=unknown";
        MultiValueMap<String, String> form =
                form(Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "21610", "To", phone));

        post(path, form, signed(path, form));

        assertThat(isSuppressed()).isTrue();
    }

    @Test
    void refusesAThousandWebhooksWithOneThingChanged() {
        Map<String, String> fields = Map.of(
                "MessageSid",
                "SM1",
                "From",
                phone,
                "To",
                "+13145550100",
                "Body",
                "STOP texting",
                "MessageStatus",
                "delivered");
        String path = "/webhooks/twilio/inbound";
        String genuine = signed(path, form(fields));
        List<String> names = List.copyOf(new TreeMap<>(fields).keySet());
        Random random = new Random(11);
        for (int times = 0; times < 1_000; times++) {
            Map<String, String> changed = new HashMap<>(fields);
            String signature = genuine;
            String name = names.get(random.nextInt(names.size()));
            switch (times % 5) {
                case 0 -> changed.merge(name, Character.toString('a' + random.nextInt(26)), String::concat);
                case 1 -> changed.remove(name);
                case 2 -> changed.put("Extra" + times, "x");
                case 3 -> changed.put(name, mutated(fields.get(name), random));
                default -> signature = mutated(genuine, random);
            }
            assertThat(post(path, form(changed), signature))
                    .as("change " + times)
                    .isEqualTo(403);
        }
        assertThat(isSuppressed()).isFalse();
    }

    private static String mutated(@Nullable String text, Random random) {
        StringBuilder changed = new StringBuilder(String.valueOf(text));
        int at = random.nextInt(changed.length());
        changed.setCharAt(at, changed.charAt(at) == 'x' ? 'y' : 'x');
        return changed.toString();
    }

    @Test
    void countsATextOnceHoweverOftenItIsTold() {
        MultiValueMap<String, String> stop =
                form(Map.of("MessageSid", UUID.randomUUID().toString(), "From", phone, "Body", "STOP"));
        post("/webhooks/twilio/inbound", stop, signed("/webhooks/twilio/inbound", stop));
        reply("START");

        assertThat(post("/webhooks/twilio/inbound", stop, signed("/webhooks/twilio/inbound", stop)))
                .isEqualTo(200);

        assertThat(isSuppressed()).isFalse();
    }

    private int reply(String text) {
        MultiValueMap<String, String> form =
                form(Map.of("MessageSid", UUID.randomUUID().toString(), "From", phone, "Body", text));
        return post("/webhooks/twilio/inbound", form, signed("/webhooks/twilio/inbound", form));
    }

    private boolean isSuppressed() {
        return Boolean.TRUE.equals(suppressions.contains(phone).block(PATIENCE));
    }

    private int post(String path, MultiValueMap<String, String> form, @Nullable String signed) {
        return http.post()
                .uri(path)
                .headers(headers -> {
                    if (signed != null) {
                        headers.set(TwilioSignature.HEADER, signed);
                    }
                })
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private String signed(String path, MultiValueMap<String, String> form) {
        Map<String, List<String>> fields = new HashMap<>();
        form.forEach(fields::put);
        return signature.of(publicUrl + path, fields);
    }

    private static MultiValueMap<String, String> form(Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return form;
    }
}
