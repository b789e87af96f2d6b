package org.bodywork.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bodywork.allinone.SharedInstallation.Shared;
import org.bodywork.allinone.Terminal.Outcome;
import org.bodywork.allinone.journey.Bookings;
import org.bodywork.allinone.journey.DemoTherapist;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.ExampleEvent;
import org.bodywork.platform.testing.kafka.EventFeed;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What can be done, by command, about events that a service could not handle. */
@ExtendWith(SharedInstallation.class)
class DeadLettersIT {

    private static final String CODE_ISSUED = "org.bodywork.sign-in.code-issued.v1";
    private static final String THERAPIST_CHANGED = "org.bodywork.therapist.changed.v1";

    @TempDir
    static Path folder;

    private static Shared installation;
    private static String kafkaServers;
    private static EventFeed feed;

    @BeforeAll
    static void connect(Shared shared) {
        installation = shared;
        kafkaServers = shared.state().kafkaServers();
        feed = EventFeed.as("therapist-service", kafkaServers, InstantSource.system());
    }

    @AfterAll
    static void disconnect() {
        feed.close();
    }

    @Test
    void showsAnEventThatDoesNotFitItsSchemaUntilSomebodyGivesItUp() throws Exception {
        ExampleEvent bad = ExampleEvent.of(CODE_ISSUED, "full").without("sealed");

        try (EventProbe probe = EventProbe.on(kafkaServers, "sign-ins-dlt")) {
            feed.send(bad);
            probe.await("sign-ins-dlt", letter -> letter.subject().equals(bad.subject()));
        }
        assertThat(dlt("list").text())
                .startsWith("sign-ins-dlt partition ")
                .contains(" offset 0 at ", ": " + CODE_ISSUED + ": ")
                .endsWith("\n1 waiting.\n");

        try (EventProbe probe = EventProbe.on(kafkaServers, "sign-ins-dlt")) {
            assertThat(dlt("replay", "sign-ins")).isEqualTo(new Outcome(0, "1 sent again.\n"));
            probe.await("sign-ins-dlt", letter -> letter.subject().equals(bad.subject()));
        }
        assertThat(dlt("list", "sign-ins").text()).contains(" offset 1 at ").endsWith("\n1 waiting.\n");
        installation.bodywork().awaitCalm();

        assertThat(dlt("discard", "sign-ins")).isEqualTo(new Outcome(0, "1 given up.\n"));
        assertThat(dlt("list", "sign-ins")).isEqualTo(new Outcome(0, "0 waiting.\n"));
    }

    @Test
    void handlesAnEventSentAgainThatFitsByNow() throws Exception {
        DemoTherapist therapist = new DemoTherapist("sent-again", "swedish-60", "sent.again@demo.example", true);
        ExampleEvent good = ExampleEvent.of(THERAPIST_CHANGED, "full")
                .withId(therapist.therapistId())
                .with("/treatments/0/id", therapist.treatmentId());
        Bookings bookings = new Bookings(installation.bodywork().site().bookings());
        feed.send(asDeadLetter(good));
        assertThat(bookings.know(therapist)).isFalse();

        assertThat(dlt("replay", "therapists")).isEqualTo(new Outcome(0, "1 sent again.\n"));

        Await.until("the therapist can be booked", () -> bookings.know(therapist), known -> known);
        assertThat(dlt("list", "therapists")).isEqualTo(new Outcome(0, "0 waiting.\n"));
    }

    private static Outcome dlt(String... words) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("dlt", "--data", installation.data().toString()));
        arguments.addAll(List.of(words));
        return new Terminal(folder).bodywork(arguments.toArray(String[]::new));
    }

    private static ProducerRecord<String, byte[]> asDeadLetter(ExampleEvent event) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                event.topic() + "-dlt", event.key(), event.json().getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", event.id(),
                        "ce_source", "/therapist-service",
                        "ce_type", event.type(),
                        "ce_subject", event.subject(),
                        "ce_time", "2026-01-01T00:00:00Z",
                        "content-type", "application/json",
                        "bodywork-error", "a fault that was mended since")
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return letter;
    }
}
