package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@WholeService
class AttendanceIT {

    private static final String NOTED = "{\"painScore\": 3, \"notes\": \"Left shoulder moves further.\"}";

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;

    AttendanceIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
    }

    @Test
    void followsAVisitFromTheDoorToItsEndAndTellsNothingOfWhatWasNoted() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = visitThatBegins(june);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer checkedIn = record(june, id, "check-in", null);
            Answer completed = record(june, id, "complete", NOTED);

            assertThat(checkedIn.text("/status")).isEqualTo("CHECKED_IN");
            assertThat(completed.status()).isEqualTo(200);
            assertThat(completed.text("/status")).isEqualTo("COMPLETED");
            assertThat(completed.text("/painScore")).isEqualTo("3");
            assertThat(completed.text("/notes")).isEqualTo("Left shoulder moves further.");
            SeenEvent event = awaitStatus(probe, id, "COMPLETED");
            EventContract.of("org.bodywork.appointment.completed.v1").assertFits(event.value());
            assertThat(event.text("/reviewTokenHash")).hasSize(43);
            assertThat(event.value()).doesNotContain("shoulder", "painScore");
        }
    }

    @Test
    void tellsThatNobodyCameAndFreesTheTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = visitThatBegins(june);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer missed = record(june, id, "no-show", null);

            assertThat(missed.text("/status")).isEqualTo("NO_SHOW");
            EventContract.of("org.bodywork.appointment.no-show.v1")
                    .assertFits(awaitStatus(probe, id, "NO_SHOW").value());
        }
    }

    @Test
    void completesAVisitWithNothingNoted() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = visitThatBegins(june);
        record(june, id, "check-in", null);

        Answer completed = record(june, id, "complete", null);

        assertThat(completed.status()).isEqualTo(200);
        assertThat(completed.body().has("painScore")).isFalse();
    }

    @Test
    void answersARepetitionWithTheVisitAsItStands() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = visitThatBegins(june);
        record(june, id, "check-in", null);
        record(june, id, "complete", NOTED);

        Answer again = record(june, id, "complete", NOTED);
        Answer late = record(june, id, "check-in", null);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/version")).isEqualTo("3");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/status")).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-in", "no-show"})
    void saysFromWhenOnWhatIsTooEarlyNow(String action) {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = book(june, town.inTwoWeeks());

        Answer refused = record(june, id, action, null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("too-early");
        assertThat(refused.text("/status")).isEqualTo("CONFIRMED");
        assertThat(refused.text("/notBefore")).startsWith(town.inTwoWeeks().toString());
    }

    @Test
    void recordsOneOfTwoContradictionsThatComeAtOnce() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = visitThatBegins(june);

        List<Answer> answers = Flux.range(0, 8)
                .flatMap(turn -> Mono.fromCallable(() -> api.post(
                                "/api/appointments/" + id + (turn % 2 == 0 ? "/check-in" : "/no-show"),
                                null,
                                TestTokens.manager("boss-" + turn, june.practiceId())))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"painScore\": 11} | /painScore",
                "{\"painScore\": -1} | /painScore",
                "{\"painScore\": 2.5} | /painScore",
                "{\"painScore\": \"3\"} | /painScore",
                "{\"painScore\": null} | /painScore",
                "{\"notes\": 7} | /notes",
                "{\"note\": \"?\"} | /note"
            })
    void namesTheWrongFieldOfWhatIsNoted(String body, String field) {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = visitThatBegins(june);

        Answer refused = record(june, id, "complete", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-in", "complete", "no-show"})
    void isNobodyElsesToRecord(String action) {
        TherapistInTown june = town.settle(bookedInstantly());
        String path = "/api/appointments/" + book(june, town.inTwoWeeks()) + "/" + action;

        assertThat(api.post(path, null).status()).isEqualTo(401);
        assertThat(api.post(path, null, TestTokens.operator("root")).status()).isEqualTo(403);
        assertThat(api.post(path, null, TestTokens.manager("stranger", Town.id()))
                        .status())
                .isEqualTo(404);
    }

    /** Business time moves to the very start of the visit. */
    private String visitThatBegins(TherapistInTown therapist) {
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        String id = book(therapist, tomorrow);
        Duration ahead = Duration.between(clock.now(), tomorrow.atTime(10, 0).atZone(Town.ZONE));
        clock.moveTo(clock.offset().plus(ahead));
        return id;
    }

    private String book(TherapistInTown therapist, LocalDate date) {
        return api.book(aBooking(therapist, startAt(date, "10:00"))).text("/id");
    }

    private Answer record(TherapistInTown therapist, String id, String action, @Nullable String body) {
        return api.post(
                "/api/appointments/" + id + "/" + action, body, TestTokens.therapist(therapist.id(), therapist.id()));
    }

    private static SeenEvent awaitStatus(EventProbe probe, String id, String status) {
        return probe.await(
                "appointments",
                seen -> seen.text("/id").equals(id) && seen.text("/status").equals(status));
    }
}
