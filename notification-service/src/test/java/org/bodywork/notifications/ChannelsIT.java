package org.bodywork.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bodywork.notifications.Town.Booking;
import org.bodywork.notifications.delivery.application.RecipientLinks;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.remote.WebhookSignature;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** How recipients are reached, and how they have the say in it: pages, answers by text, reports of providers. */
@WholeService
class ChannelsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CONSENT_CHANGED = "org.bodywork.notification.consent-changed.v1";
    private static final String REPLY_RECEIVED = "org.bodywork.notification.reply-received.v1";
    private static final Pattern PREFERENCES = Pattern.compile("http://\\S+(/preferences/\\S+)");

    private final Town town;
    private final Messages messages;
    private final RecipientLinks links;
    private final Suppressions suppressions;
    private final LedgerOverHttp ledger;
    private final WebTestClient http;
    private final WebTestClient phones;
    private final String internalToken;
    private final int port;

    ChannelsIT(
            @Autowired Town town,
            @Autowired Messages messages,
            @Autowired RecipientLinks links,
            @Autowired Suppressions suppressions,
            @Autowired Environment environment,
            @LocalServerPort int port) {
        this.internalToken = environment.getRequiredProperty("bodywork.internal.token");
        this.town = town;
        this.port = port;
        this.messages = messages;
        this.links = links;
        this.suppressions = suppressions;
        this.ledger = new LedgerOverHttp(port);
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .build();
        this.phones = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + messages.ports().twilio())
                .responseTimeout(PATIENCE)
                .build();
    }

    @Test
    void anEmailCarriesTheVisitForTheCalendarAndTheWayOut() {
        Booking booking = aConfirmedBooking();

        MessageView email = messages.to(booking.email()).getFirst();

        assertThat(email.attachments())
                .extracting("name", "contentType")
                .containsExactly(tuple("calendar.ics", "text/calendar"));
        assertThat(email.text()).contains("https://www.google.com/maps/search/").containsPattern(PREFERENCES);
        assertThat(email.from()).contains("Maplewood Hands");
    }

    /** Or with a sequence that stays 0, or without its zone: the calendar then keeps the old event. */
    @Test
    void aCancelSentAsARequestSoThatTheEventStaysAndRings() {
        Booking booking = aConfirmedBooking();
        town.cancelled(booking, 2);
        Await.until("the cancellation arrives", () -> messages.to(booking.email()), sent -> sent.size() > 1);

        String cancelled = calendarOf(messages.to(booking.email()).getFirst());
        String confirmed = calendarOf(messages.to(booking.email()).getLast());

        assertThat(confirmed).contains("METHOD:REQUEST", "SEQUENCE:1\r\n", "BEGIN:VTIMEZONE", "TZID=America/Chicago");
        assertThat(cancelled).contains("METHOD:CANCEL", "SEQUENCE:2\r\n", "STATUS:CANCELLED", "BEGIN:VTIMEZONE");
        assertThat(List.of(confirmed, cancelled))
                .allSatisfy(event -> assertThat(event).contains("UID:" + booking.id()));
    }

    private String calendarOf(MessageView email) {
        return body(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + messages.ports().http())
                .build()
                .get()
                .uri(email.attachments().getFirst().url())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class));
    }

    @Test
    void mailScannersThatOpenEveryLinkUnsubscribeNobody() {
        Booking booking = aConfirmedBooking();
        String unsubscribe = links.unsubscribe(booking.email(), UUID.fromString(booking.id()))
                .getPath();
        String preferences = preferencesIn(messages.to(booking.email()).getFirst());

        for (HttpMethod reading : new HttpMethod[] {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS}) {
            http.method(reading).uri(unsubscribe).exchange().expectBody(String.class);
            http.method(reading).uri(preferences).exchange().expectBody(String.class);
        }

        assertThat(isStopped(booking.email())).isFalse();
        assertThat(page(unsubscribe)).contains("<form", "Stop all emails").doesNotContain(booking.email());
    }

    @Test
    void tellsOtherServicesOnlyWhereAClientChooses() {
        Booking booking = aConfirmedBooking();
        String path = "/internal/appointments/" + booking.id() + "/preferences";

        String told = body(http.get()
                .uri(path)
                .header("X-Internal-Token", internalToken)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class));

        assertThat(told)
                .contains(preferencesIn(messages.to(booking.email()).getFirst()))
                .doesNotContain(booking.email(), booking.phone());
        http.get().uri(path).exchange().expectStatus().isNotFound();
        http.get()
                .uri("/internal/appointments/" + UUID.randomUUID() + "/preferences")
                .header("X-Internal-Token", internalToken)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void onePostOfAMailboxEndsAllMailAndOthersHearOfIt() {
        Booking booking = aConfirmedBooking();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "deliveries")) {
            http.post()
                    .uri(links.unsubscribe(booking.email(), UUID.fromString(booking.id()))
                            .getPath())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue("List-Unsubscribe=One-Click")
                    .exchange()
                    .expectStatus()
                    .isOk();

            SeenEvent told = probe.await(
                    "deliveries",
                    event -> event.value().contains("\"allowed\"")
                            && event.text("/appointmentId").equals(booking.id()));
            EventContract.of(CONSENT_CHANGED).assertFits(told.value());
            assertThat(told.value()).contains("\"way\":\"LINK\"").doesNotContain(booking.email());
        }
        town.cancelled(booking, 2);
        awaitState(booking, "CANCELLATION EMAIL", "SKIPPED");
        assertThat(ledger.row(booking, "CANCELLATION EMAIL").reason()).isEqualTo("OPTED_OUT");
        awaitState(booking, "CANCELLATION SMS", "DELIVERED");
    }

    @Test
    void whoeverHasTheLinkChoosesEachChannelAndTakesItBack() {
        Booking booking = aConfirmedBooking();
        String preferences = preferencesIn(messages.to(booking.email()).getFirst());

        choose(preferences, "SMS", "false");
        assertThat(isStopped(booking.phone())).isTrue();
        assertThat(isStopped(booking.email())).isFalse();

        choose(preferences, "SMS", "true");
        assertThat(isStopped(booking.phone())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/unsubscribe/nonsense", "/preferences/AAAA", "/preferences/%00", "/unsubscribe/..%2f"})
    void aLinkThatIsNoneOfOursChangesNothingAndSaysSo(String path) {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.GET, HttpMethod.POST}) {
            int status = http.method(method)
                    .uri(URI.create("http://localhost:" + port + path))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getStatus()
                    .value();
            assertThat(status).isBetween(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"please stop texting me", "No me manden más mensajes", "Opt out"})
    void saysStopInAnyWordsAndHearsOnceThatItIsDone(String words) {
        Booking booking = aConfirmedBooking();

        assertThat(text(booking.phone(), words)).contains("<Message>");
        assertThat(text(booking.phone(), words)).isEqualTo("<Response/>");

        assertThat(isStopped(booking.phone())).isTrue();
        town.cancelled(booking, 2);
        awaitState(booking, "CANCELLATION SMS", "SKIPPED");
    }

    @Test
    void leavesTheAnswerToAStopWordToTheProvider() {
        Booking booking = aConfirmedBooking();

        assertThat(text(booking.phone(), "STOP")).isEqualTo("<Response/>");
        assertThat(isStopped(booking.phone())).isTrue();

        assertThat(text(booking.phone(), "START")).isEqualTo("<Response/>");
        assertThat(isStopped(booking.phone())).isFalse();
    }

    @Test
    void noPageAllowsAgainWhatSomebodyStoppedByText() {
        Booking booking = aConfirmedBooking();
        text(booking.phone(), "please stop texting me");
        String preferences = preferencesIn(messages.to(booking.email()).getFirst());

        choose(preferences, "SMS", "true");

        assertThat(isStopped(booking.phone())).isTrue();
        assertThat(page(preferences)).contains("text START");
    }

    @Test
    void confirmsByCAsksForAnotherTimeByRAndForHelp() {
        Booking booking = aConfirmedBooking();
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "deliveries")) {
            assertThat(text(booking.phone(), "C")).contains("Thank you. Maplewood Hands sees you");

            SeenEvent told = probe.await(
                    "deliveries",
                    event -> event.value().contains("\"meaning\"")
                            && event.text("/appointmentId").equals(booking.id()));
            EventContract.of(REPLY_RECEIVED).assertFits(told.value());
            assertThat(told.text("/meaning")).isEqualTo("CONFIRM");
            assertThat(told.value()).doesNotContain(booking.phone());
        }
        assertThat(text(booking.phone(), "r")).contains(booking.manageUrl());
        assertThat(text(booking.phone(), "HELP")).contains("Maplewood Hands", "(314) 555-0142");
    }

    @Test
    void takesTextsOfUnknownNumbersInAnyScriptAndOfAnyLength() {
        String stranger = "+1417" + (5_550_000 + new Random().nextInt(1_000_000));

        assertThat(text(stranger, "שלום 谢谢 😀 \u0000 <b>&amp;".repeat(60))).isEqualTo("<Response/>");
        assertThat(text(stranger, "x".repeat(1_600))).isEqualTo("<Response/>");
        assertThat(text(stranger, "C")).contains("<Message>We know of no coming visit");
        assertThat(text(stranger, "please stop texting me")).contains("<Message>");
        assertThat(isStopped(stranger)).isTrue();
    }

    @Test
    void staffStopAChannelForTheirOwnClientsOnlyAndSeeTheProof() {
        Booking booking = aConfirmedBooking();
        Map<String, String> wish = Map.of("appointmentId", booking.id(), "channel", "SMS");

        assertThat(optOut(wish, TestTokens.managerOf(UUID.randomUUID().toString())))
                .isEqualTo(404);
        assertThat(isStopped(booking.phone())).isFalse();
        assertThat(optOut(wish, TestTokens.managerOf(Town.PRACTICE))).isEqualTo(204);
        assertThat(isStopped(booking.phone())).isTrue();
        assertThat(optOut(
                        Map.of("appointmentId", booking.id(), "channel", "PIGEON"),
                        TestTokens.managerOf(Town.PRACTICE)))
                .isEqualTo(400);

        String proof = get("/api/consents?appointmentId=" + booking.id());
        assertThat(proof)
                .contains("\"wording\":\"2026-01\"", "\"agreedAt\":\"2026-11-01T00:00:00Z\"", "\"way\":\"STAFF\"")
                .doesNotContain(booking.phone(), booking.email());
    }

    @Test
    void mailThatComesBackForGoodEndsTheMailAndTheLedgerSaysSo() {
        Booking booking = aConfirmedBooking();
        String messageId =
                Objects.requireNonNull(messages.to(booking.email()).getFirst().messageId());
        String body = report("bounce", messageId, booking.email(), true);

        assertThat(feedback(body)).isEqualTo(204);
        assertThat(feedback(body)).isEqualTo(204);

        awaitState(booking, "CONFIRMATION EMAIL", "FAILED");
        assertThat(isStopped(booking.email())).isTrue();
    }

    @Test
    void aComplaintEndsTheMailAndAPassingBounceDoesNot() {
        Booking passing = aConfirmedBooking();
        Booking complaining = aConfirmedBooking();

        feedback(report("bounce", "x", passing.email(), false));
        feedback(report("complaint", "x", complaining.email(), false));
        feedback(report("opened", "x", passing.email(), true));

        assertThat(isStopped(passing.email())).isFalse();
        assertThat(isStopped(complaining.email())).isTrue();
    }

    @Test
    void refusesReportsThatAreOldForgedOrNone() {
        String body = report("complaint", "x", "ana@example.com", true);
        long now = Instant.now().getEpochSecond();

        assertThat(feedback(body, "m-1", now - 600, sign("m-1", now - 600, body)))
                .isEqualTo(403);
        assertThat(feedback(body, "m-1", now, "v1,AAAA")).isEqualTo(403);
        assertThat(feedback(body, "m-2", now, sign("m-1", now, body))).isEqualTo(403);
        assertThat(feedback("{\"events\":", "m-1", now, sign("m-1", now, "{\"events\":")))
                .isEqualTo(400);
        assertThat(feedback("{}", "m-1", now, sign("m-1", now, "{}"))).isEqualTo(400);
        assertThat(isStopped("ana@example.com")).isFalse();
    }

    @Test
    void refusesAThousandReportsWithOneThingChanged() {
        String address = "ana-" + UUID.randomUUID() + "@example.com";
        String body = report("complaint", "x", address, true);
        long now = Instant.now().getEpochSecond();
        String genuine = sign("m-1", now, body);
        Random random = new Random(11);
        for (int times = 0; times < 1_000; times++) {
            int status = switch (times % 5) {
                case 0 -> feedback(mutated(body, random), "m-1", now, genuine);
                case 1 -> feedback(body, mutated("m-1", random), now, genuine);
                case 2 -> feedback(body, "m-1", now - 1 - random.nextInt(100), genuine);
                case 3 -> feedback(body, "m-1", now, mutated(genuine, random));
                default -> feedback(body + " ".repeat(1 + random.nextInt(5)), "m-1", now, genuine);
            };
            assertThat(status).as("change " + times).isEqualTo(403);
        }
        assertThat(isStopped(address)).isFalse();
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(changed.length());
        changed.setCharAt(at, changed.charAt(at) == 'x' ? 'y' : 'x');
        return changed.toString();
    }

    @Test
    void showsEveryMessageToStaffAndToNobodyElse() {
        http.get()
                .uri("/api/message-previews/REMINDER")
                .exchange()
                .expectStatus()
                .isUnauthorized();

        Kinds all = EventJson.read(get("/api/message-previews"), Kinds.class);
        assertThat(all.items())
                .extracting(Kind::kind)
                .contains("REMINDER", "AGENDA", "CREDENTIAL_EXPIRING", "SIGN_IN_CODE");
        assertThat(all.items()).allSatisfy(each -> {
            assertThat(get("/api/message-previews/" + each.kind())).contains("\"language\":\"en\"", "<h1");
            assertThat(get("/api/message-previews/" + each.kind() + "?language=es"))
                    .contains("\"language\":\"es\"", "<h1");
        });
        assertThat(get("/api/message-previews/REMINDER?language=es")).contains("Recordatorio", "\"segments\":1");
        assertThat(get("/api/message-previews/AGENDA?language=es"))
                .contains("Sus citas de hoy")
                .doesNotContain("\"sms\"");
        http.get()
                .uri("/api/message-previews/NOTHING")
                .headers(headers -> headers.setBearerAuth(TestTokens.managerOf(Town.PRACTICE)))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aManagerSaysWhereTheirOwnProgramsAreTold() {
        String practice = UUID.randomUUID().toString();

        String set = put("{\"url\": \"https://practice.example/bookings\"}", practice, 200);
        assertThat(set).contains("\"secret\":\"whsec_");
        assertThat(put("{\"url\": \"http://practice.example/bookings\"}", practice, 400))
                .contains("/url");
        assertThat(put("{\"url\": \"https://practice.example\", \"practiceId\": \"x\"}", practice, 400))
                .contains("practiceId");
        assertThat(put("{}", practice, 400)).contains("url");

        String seen = http.get()
                .uri("/api/webhook")
                .headers(headers -> headers.setBearerAuth(TestTokens.managerOf(practice)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(seen).contains("https://practice.example/bookings").doesNotContain("secret");
        http.get()
                .uri("/api/webhook")
                .headers(headers -> headers.setBearerAuth(
                        TestTokens.managerOf(UUID.randomUUID().toString())))
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get().uri("/api/webhook").exchange().expectStatus().isUnauthorized();
    }

    private record Kinds(List<Kind> items) {}

    private record Kind(String kind, String audience) {}

    private Booking aConfirmedBooking() {
        Booking booking = town.aBooking();
        town.confirmed(booking, 1);
        Await.until("the email arrives", () -> messages.to(booking.email()), sent -> !sent.isEmpty());
        awaitState(booking, "CONFIRMATION SMS", "DELIVERED");
        return booking;
    }

    private void awaitState(Booking booking, String row, String state) {
        Await.until(
                row + " is " + state,
                () -> ledger.stateOf(booking),
                (Map<String, String> states) -> state.equals(states.get(row)));
    }

    private static String preferencesIn(MessageView email) {
        Matcher link = PREFERENCES.matcher(email.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private boolean isStopped(String address) {
        return Boolean.TRUE.equals(suppressions.contains(address).block(PATIENCE));
    }

    private String page(String path) {
        return body(http.get().uri(path).exchange().expectStatus().isOk().expectBody(String.class));
    }

    private void choose(String preferences, String channel, String allowed) {
        http.post()
                .uri(preferences)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("channel=" + channel + "&allowed=" + allowed)
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    /** What we answer to a text. */
    private String text(String from, String words) {
        String told = body(phones.post()
                .uri("/control/inbound")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(EventJson.write(Map.of("from", from, "to", "+13145550100", "body", words)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class));
        Told read = EventJson.read(told, Told.class);
        assertThat(read.status()).isEqualTo(200);
        return Optional.ofNullable(read.answer()).orElse("");
    }

    private record Told(int status, @Nullable String answer) {}

    private int optOut(Map<String, String> wish, String token) {
        return http.post()
                .uri("/api/opt-outs")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(EventJson.write(wish))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getStatus()
                .value();
    }

    private String get(String path) {
        return body(http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(TestTokens.managerOf(Town.PRACTICE)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class));
    }

    private String put(String json, String practice, int status) {
        return body(http.put()
                .uri("/api/webhook")
                .headers(headers -> headers.setBearerAuth(TestTokens.managerOf(practice)))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class));
    }

    private static String body(WebTestClient.BodySpec<String, ?> answer) {
        return Objects.requireNonNullElse(answer.returnResult().getResponseBody(), "");
    }

    private static String report(String type, String messageId, String recipient, boolean permanent) {
        return EventJson.write(Map.of(
                "events",
                List.of(Map.of("type", type, "messageId", messageId, "recipient", recipient, "permanent", permanent))));
    }

    private static String sign(String id, long seconds, String body) {
        return WebhookSignature.under(ProvidersAndKeys.FEEDBACK_SECRET)
                .of(id, seconds, body.getBytes(StandardCharsets.UTF_8));
    }

    private int feedback(String body) {
        long now = Instant.now().getEpochSecond();
        return feedback(body, "m-1", now, sign("m-1", now, body));
    }

    private int feedback(String body, String id, long seconds, String signature) {
        return http.post()
                .uri("/webhooks/mail")
                .header(WebhookSignature.ID, id)
                .header(WebhookSignature.TIMESTAMP, Long.toString(seconds))
                .header(WebhookSignature.SIGNATURE, signature)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getStatus()
                .value();
    }
}
