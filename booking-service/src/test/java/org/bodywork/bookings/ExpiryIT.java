package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;

import java.time.Duration;
import java.util.Map;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@WholeService
class ExpiryIT {

    private static final Map<String, String> INTERNAL = Map.of("X-Internal-Token", "token-of-tests");

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;

    ExpiryIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
    }

    @Test
    void aRequestThatNobodyAnswersEndsAndAllAreTold() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        String id = request(june).text("/id");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            letMinutesPass(30);

            SeenEvent event = probe.await(
                    "appointments",
                    seen -> seen.text("/id").equals(id) && seen.text("/status").equals("EXPIRED"));

            EventContract.of("org.bodywork.appointment.expired.v1").assertFits(event.value());
            assertThat(event.text("/actor/kind")).isEqualTo("SYSTEM");
        }
    }

    @Test
    void isToldOnceAtHalfTimeWhileItWaits() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        String id = request(june).text("/id");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            letMinutesPass(15);

            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(id));
            EventContract.of("org.bodywork.appointment.request-waiting.v1").assertFits(event.value());
            assertThat(event.type()).isEqualTo("org.bodywork.appointment.request-waiting.v1");

            letMinutesPass(15);

            SeenEvent next = probe.await(
                    "appointments",
                    seen -> seen.text("/id").equals(id)
                            && !seen.text("/sequence").equals("2"));
            assertThat(next.text("/status")).isEqualTo("EXPIRED");
        }
    }

    @Test
    void aPendingRequestHoldsItsTimeAndNotForEver() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        request(june);
        letMinutesPass(29);
        assertThat(request(june).problem()).isEqualTo("slot-taken");
        letMinutesPass(1);

        Answer next = request(june);

        assertThat(next.status()).isEqualTo(201);
    }

    @Test
    void cannotBeAcceptedAnyMore() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        String id = request(june).text("/id");
        letMinutesPass(30);

        Answer refused =
                api.post("/api/appointments/" + id + "/accept", null, TestTokens.therapist(june.id(), june.id()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/status")).isEqualTo("EXPIRED");
    }

    @Test
    void isSeenByTheLastLookOfOtherServices() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        String id = request(june).text("/id");
        letMinutesPass(30);

        Answer state = Await.until(
                "the request is ended",
                () -> api.call(HttpMethod.GET, "/internal/appointments/" + id + "/state", null, INTERNAL),
                answer -> answer.text("/status").equals("EXPIRED"));

        assertThat(state.text("/id")).isEqualTo(id);
        assertThat(state.text("/sequence")).isEqualTo("2");
        assertThat(state.text("/timeRevision")).isEqualTo("1");
        assertThat(state.text("/start")).endsWith("Z");
    }

    @Test
    void isNobodyElsesToLookAt() {
        String id = request(town.settle(answeringRequests())).text("/id");

        assertThat(api.get("/internal/appointments/" + id + "/state").status()).isEqualTo(404);
        assertThat(api.call(HttpMethod.GET, "/internal/appointments/" + Town.id() + "/state", null, INTERNAL)
                        .status())
                .isEqualTo(404);
    }

    private Answer request(TherapistInTown therapist) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), "10:00")));
    }

    private void letMinutesPass(int minutes) {
        clock.moveTo(clock.offset().plus(Duration.ofMinutes(minutes)));
    }
}
