package org.bodywork.notifications.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bodywork.notifications.remote.WebhookSignature;
import org.bodywork.notifications.webhook.WebhookDocument.Disabled;
import org.bodywork.notifications.webhook.WebhookDocument.Failure;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.outside.AddressRule;
import org.bodywork.platform.outside.PublicAddresses;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.InvalidRequest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** A practice's own program, played by a small server, and what it is told. */
@MongoContract
class TellPracticeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PRACTICE = "1df0850d-92ef-315e-8438-a4d7da368d81";
    private static final String CONFIRMED = "org.bodywork.appointment.confirmed.v1";
    private static final AddressRule THIS_MACHINE = address -> address.equals(InetAddress.ofLiteral("127.0.0.1"));
    private static final WebhookSettings SETTINGS =
            new WebhookSettings(Duration.ofMillis(500), 4, Duration.ofDays(2), Duration.ofDays(4));

    private record Heard(Headers headers, String body) {}

    private final SettableClock clock = SettableClock.at(NOW);
    private final ReactiveMongoTemplate mongo;
    private final Webhooks webhooks;
    private final HttpServer practice;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    TellPracticeIT(TestDatabase database) throws IOException {
        mongo = database.template();
        Mac mac = Mac.of("1", "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=");
        webhooks = new Webhooks(mongo, mac, new BusinessClock(clock), clock);
        practice = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        practice.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        practice.createContext("/well", exchange -> answer(exchange, 204));
        practice.createContext("/broken", exchange -> answer(exchange, 500));
        practice.createContext("/gone", exchange -> answer(exchange, 410));
        practice.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", at("/well").toString());
            answer(exchange, 307);
        });
        practice.createContext("/slow", exchange -> {
            awaitClosing();
            answer(exchange, 204);
        });
        practice.createContext("/endless", this::answerWithoutEnd);
        practice.start();
    }

    @AfterEach
    void close() {
        closing.countDown();
        practice.stop(0);
    }

    @Test
    void tellsWhatHappenedSignedAndWithoutAWordOfWhoComes() {
        WebhookDocument webhook = set("/well");
        told();

        handle(1);

        Heard call = heard.getFirst();
        assertThat(WebhookSignature.under(webhooks.secretOf(webhook))
                        .isGenuine(
                                call.headers().getFirst("webhook-id"),
                                Long.parseLong(call.headers().getFirst("webhook-timestamp")),
                                call.body().getBytes(UTF_8),
                                call.headers().getFirst("webhook-signature")))
                .isTrue();
        assertThat(call.headers().getFirst("webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(call.body())
                .contains("\"type\":\"appointment.confirmed\"", "\"status\":\"CONFIRMED\"", "\"sequence\":7")
                .doesNotContain("sealed", "clientRef", "client", "name", "email", "phone", "manage");
        assertThat(stored().getString("state")).isEqualTo("TOLD");
        assertThat(stored()).doesNotContainKey("due");
    }

    @Test
    void tellsNothingTwiceWhenTheEventComesAgain() {
        set("/well");
        told();
        handle(1);

        told();

        assertThat(stored().getString("state")).isEqualTo("TOLD");
        assertThat(stored()).doesNotContainKey("due");
    }

    @Test
    void triesAgainLaterUnderTheSameId() {
        set("/broken");
        told();

        handle(1);
        handle(2);

        assertThat(heard)
                .extracting(call -> call.headers().getFirst("webhook-id"))
                .hasSize(2)
                .containsOnly(id());
        assertThat(stored().getDate("claimableFrom").toInstant()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(webhook().lastFailure()).isEqualTo(Failure.REFUSED);
        assertThat(webhook().failingSince()).isEqualTo(NOW);
    }

    @Test
    void forgetsFailuresAfterASuccess() {
        set("/broken");
        told();
        handle(1);
        mongo.updateFirst(new Query(), Update.update("url", at("/well").toString()), WebhookDocument.COLLECTION)
                .block(PATIENCE);

        handle(2);

        assertThat(webhook().failingSince()).isNull();
        assertThat(webhook().lastFailure()).isNull();
    }

    @Test
    void callsNobodyAnyMoreAfterDaysOfFailureAndSaysWhy() {
        set("/broken");
        told();
        handle(1);
        clock.advance(Duration.ofDays(4));

        handle(9);

        assertThat(webhook().disabled()).isEqualTo(Disabled.FAILING);
        assertThat(stored().getString("state")).isEqualTo("GIVEN_UP");
        assertThat(set("/well").disabled()).isNull();
    }

    @Test
    void callsNobodyAnyMoreWhoSaysThatNobodyIsThere() {
        set("/gone");
        told();

        handle(1);

        assertThat(webhook().disabled()).isEqualTo(Disabled.GONE);
        assertThat(stored().getString("state")).isEqualTo("GIVEN_UP");
    }

    @Test
    void followsNobodyElsewhere() {
        set("/elsewhere");
        told();

        handle(1);

        assertThat(heard).hasSize(1);
        assertThat(webhook().lastFailure()).isEqualTo(Failure.REFUSED);
    }

    @Test
    void waitsForNobodyLong() {
        set("/slow");
        told();

        handle(1);

        assertThat(webhook().lastFailure()).isEqualTo(Failure.TOO_SLOW);
    }

    @Test
    void readsNothingOfAnEndlessAnswer() {
        set("/endless");
        told();

        handle(1);

        assertThat(stored().getString("state")).isEqualTo("TOLD");
    }

    @Test
    void callsNothingThatOnlyWeCanReach() {
        set("/well");
        told();

        handle(1, new PublicAddresses());

        assertThat(heard).isEmpty();
        assertThat(webhook().lastFailure()).isEqualTo(Failure.NOT_ALLOWED);
    }

    @Test
    void signsWithANewSecretAfterEachChange() {
        String first = webhooks.secretOf(set("/well"));

        String second = webhooks.secretOf(set("/well"));

        assertThat(second).startsWith("whsec_").isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://practice.example/x",
                "ftp://practice.example",
                "https://user:pw@practice.example/",
                "https://practice.example/#x",
                "https:///x",
                "nonsense",
                "https://pra ctice.example",
                ""
            })
    void isToldNowhereThatIsNoAddress(String url) {
        assertThatThrownBy(() -> new WebhookRequest(url).address()).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void tellsNothingOfCheckpointsAndOfWhatIsOnlySaidAgain() {
        ExampleEvent again = event().with("/republished", true);
        ReceivedEvent checkpoint = new ReceivedEvent(
                "appointments", "checkpoint", "org.bodywork.appointment.checkpoint.v1", "checkpoint", NOW, "{}");

        assertThat(VisitTold.in(received(again))).isEmpty();
        assertThat(VisitTold.in(checkpoint)).isEmpty();
    }

    private WebhookDocument set(String path) {
        return Objects.requireNonNull(webhooks.set(PRACTICE, at(path)).block(PATIENCE));
    }

    private void told() {
        webhooks.add(VisitTold.in(received(event())).orElseThrow()).block(PATIENCE);
    }

    private static ExampleEvent event() {
        return ExampleEvent.of(CONFIRMED, "full").withSequence(7).with("/practiceId", PRACTICE);
    }

    private static ReceivedEvent received(ExampleEvent event) {
        return new ReceivedEvent(event.topic(), event.key(), event.type(), event.subject(), NOW, event.json());
    }

    private static String id() {
        return VisitTold.in(received(event())).orElseThrow().id();
    }

    private void handle(int attempts) {
        handle(attempts, THIS_MACHINE);
    }

    private void handle(int attempts, AddressRule rule) {
        Calls calls = new Calls(
                HttpClient.create(ConnectionProvider.newConnection()),
                rule,
                SETTINGS,
                clock,
                new SimpleMeterRegistry());
        mongo.updateFirst(Query.query(where("_id").is(id())), Update.update("claim", "t"), CallDocument.COLLECTION)
                .block(PATIENCE);
        new TellPractice(webhooks, calls, SETTINGS, mongo.getConverter(), clock)
                .handle(new Claimed(stored(), "t", attempts))
                .block(PATIENCE);
    }

    private Document stored() {
        return Objects.requireNonNull(
                mongo.findById(id(), Document.class, CallDocument.COLLECTION).block(PATIENCE));
    }

    private WebhookDocument webhook() {
        return Objects.requireNonNull(webhooks.of(PRACTICE).block(PATIENCE));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + practice.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        heard.add(new Heard(exchange.getRequestHeaders(), body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void answerWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] piece = new byte[8_192];
            while (closing.getCount() > 0) {
                out.write(piece);
            }
        }
    }

    private void awaitClosing() {
        try {
            closing.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
