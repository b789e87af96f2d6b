package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
class StreamIT {

    /** What an inbox may take to show what has come. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENTS =
            new ParameterizedTypeReference<>() {};

    private final Town town;
    private final BookingApi api;
    private final WebClient http;
    private final Environment environment;

    StreamIT(@Autowired Town town, @LocalServerPort int port, @Autowired Environment environment) {
        this.town = town;
        this.environment = environment;
        this.api = new BookingApi(port);
        this.http = at(port);
    }

    @Test
    void beginsWithWhatAwaitsAnAnswerAndTellsWhatHappensThen() {
        TherapistInTown june = town.settle(answeringRequests());
        String waiting = book(june, "10:00");
        try (Stream stream = listen(TestTokens.manager("boss", june.practiceId()))) {
            JsonNode snapshot = stream.next("snapshot");

            String came = book(june, "14:00");
            JsonNode requested = stream.nextOf(came);
            api.post("/api/appointments/" + came + "/accept", null, TestTokens.therapist(june.id(), june.id()));
            JsonNode accepted = stream.nextOf(came);

            assertThat(snapshot.at("/items/0/id").asString()).isEqualTo(waiting);
            assertThat(snapshot.at("/items")).hasSize(1);
            assertThat(requested.at("/id").asString()).isEqualTo(came);
            assertThat(requested.at("/awaitsAnswer").asBoolean()).isTrue();
            assertThat(requested.at("/start").asString()).isEqualTo(startAt(town.inTwoWeeks(), "14:00"));
            assertThat(accepted.at("/status").asString()).isEqualTo("CONFIRMED");
            assertThat(accepted.at("/awaitsAnswer").asBoolean()).isFalse();
            assertThat(requested.toString()).doesNotContain("Ada", "Swedish", "example.org");
        }
    }

    @Test
    void tellsAtEachInstanceWhatAnotherHasTaken() {
        TherapistInTown june = town.settle(answeringRequests());
        String token = TestTokens.therapist(june.id(), june.id());
        try (SecondInstance other = SecondInstance.beside(environment);
                Stream here = listen(token);
                Stream there = new Stream(at(other.port()), bearer(token))) {
            assertThat(there.next("snapshot").at("/items")).isEmpty();
            here.next("snapshot");

            String id = book(june, "10:00");
            assertThat(there.next("appointment").at("/id").asString()).isEqualTo(id);
            here.next("appointment");

            new BookingApi(other.port()).post("/api/appointments/" + id + "/accept", null, token);
            assertThat(here.next("appointment").at("/status").asString()).isEqualTo("CONFIRMED");
            assertThat(there.next("appointment").at("/status").asString()).isEqualTo("CONFIRMED");
        }
    }

    @Test
    void tellsNobodyOfAnotherPractice() {
        TherapistInTown june = town.settle(answeringRequests());
        TherapistInTown may = town.settle(answeringRequests());
        try (Stream ofMay = listen(TestTokens.manager("boss", may.practiceId()))) {
            assertThat(ofMay.next("snapshot").at("/items")).isEmpty();

            book(june, "10:00");
            String own = book(may, "10:00");

            assertThat(ofMay.next("appointment").at("/id").asString()).isEqualTo(own);
        }
    }

    @Test
    void opensByTheSessionOfTheConsoleAndToNobodyElse() {
        TherapistInTown june = town.settle(answeringRequests());
        Console console = Console.of(TestTokens.therapist(june.id(), june.id()), api);

        try (Stream stream = new Stream(http, console.headers())) {
            assertThat(stream.next("snapshot").at("/items")).isEmpty();
        }
        assertThat(api.get("/api/appointments/stream").status()).isEqualTo(401);
        assertThat(api.get("/api/appointments/stream", TestTokens.operator("root"))
                        .status())
                .isEqualTo(403);
    }

    private String book(TherapistInTown therapist, String time) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), time))).text("/id");
    }

    private Stream listen(String token) {
        return new Stream(http, bearer(token));
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static WebClient at(int port) {
        return WebClient.create("http://localhost:" + port);
    }

    /** What comes over one open connection. */
    private static final class Stream implements AutoCloseable {

        private final BlockingQueue<ServerSentEvent<String>> come = new LinkedBlockingQueue<>();
        private final Disposable open;

        Stream(WebClient instance, Map<String, String> headers) {
            this.open = instance.get()
                    .uri("/api/appointments/stream")
                    .headers(all -> headers.forEach(all::set))
                    .retrieve()
                    .bodyToFlux(EVENTS)
                    .subscribe(come::add);
        }

        /** What the snapshot had may be told once more after it. */
        JsonNode nextOf(String appointment) {
            JsonNode event = next("appointment");
            return event.at("/id").asString().equals(appointment) ? event : nextOf(appointment);
        }

        JsonNode next(String name) {
            try {
                ServerSentEvent<String> event = come.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
                if (event == null) {
                    throw new AssertionError("nothing came");
                }
                assertThat(event.event()).isEqualTo(name);
                return JsonMapper.shared().readTree(event.data());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            open.dispose();
        }
    }
}
