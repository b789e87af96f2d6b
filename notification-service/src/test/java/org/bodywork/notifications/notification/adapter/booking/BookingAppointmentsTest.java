package org.bodywork.notifications.notification.adapter.booking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class BookingAppointmentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final AppointmentId VISIT = new AppointmentId("ff72c46d-ca8f-4e35-81af-446506f102fc");
    private static final String STATE = """
            {"id": "ff72c46d-ca8f-4e35-81af-446506f102fc", "sequence": 3, "timeRevision": 1,
             "status": "CANCELLED_BY_CLIENT", "start": "2026-11-24T16:00:00Z", "addedLater": true}
            """;

    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer booking;

    @BeforeEach
    void startBookingService() throws IOException {
        booking = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        booking.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        booking.start();
    }

    @AfterEach
    void stopBookingService() {
        silence.countDown();
        booking.stop(0);
    }

    @Test
    void tellsHowAnAppointmentStands() {
        booking.createContext("/internal/appointments/" + VISIT + "/state", exchange -> answer(exchange, 200));

        assertThat(askedFor(PATIENCE).ask(VISIT).block(PATIENCE))
                .isEqualTo(new AppointmentNow(VisitStatus.CANCELLED_BY_CLIENT, Instant.parse("2026-11-24T16:00:00Z")));
    }

    @Test
    void showsTheSharedToken() {
        booking.createContext(
                "/",
                exchange -> answer(
                        exchange,
                        "shared secret".equals(exchange.getRequestHeaders().getFirst("X-Internal-Token")) ? 200 : 404));

        assertThat(askedFor(PATIENCE).ask(VISIT).blockOptional(PATIENCE)).isPresent();
    }

    @Test
    void saysNothingWhenBookingServiceFails() {
        booking.createContext("/", exchange -> answer(exchange, 500));

        assertThat(askedFor(PATIENCE).ask(VISIT).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void saysNothingWhenBookingServiceIsGone() {
        booking.stop(0);

        assertThat(askedFor(PATIENCE).ask(VISIT).blockOptional(PATIENCE)).isEmpty();
    }

    @Test
    void doesNotWaitForAnAnswerThatNeverComes() {
        booking.createContext("/", exchange -> staySilent());

        // Were there no limit of our own, this would run into the test's much longer patience and fail.
        assertThat(askedFor(SHORT).ask(VISIT).blockOptional(PATIENCE)).isEmpty();
    }

    private BookingAppointments askedFor(Duration limit) {
        URI url = URI.create("http://localhost:" + booking.getAddress().getPort());
        return new BookingAppointments(
                WebClient.builder(),
                new BookingSettings(url, limit, 4),
                new InternalToken("shared secret"),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    private void staySilent() {
        try {
            silence.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = STATE.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
