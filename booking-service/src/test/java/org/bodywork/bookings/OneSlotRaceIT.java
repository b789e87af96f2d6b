package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class OneSlotRaceIT {

    private static final int CLIENTS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Town town;
    private final BookingApi api;

    OneSlotRaceIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void twoClientsNeverGetOneSlot() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(town.inTwoWeeks(), "10:00");

        List<Answer> answers = Flux.range(0, CLIENTS)
                .flatMap(_ -> api.booking(aBooking(june, start), aKey()), CLIENTS)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(CLIENTS - 1)
                .allSatisfy(refused -> {
                    assertThat(refused.problem()).isEqualTo("slot-taken");
                    assertThat(refused.body().at("/alternatives").size()).isEqualTo(5);
                });
    }

    @Test
    void twoOverlappingRequestsAreNeverBothAccepted() {
        TherapistInTown june = town.settle(answeringRequests());
        List<String> overlapping = List.of(
                startAt(town.inTwoWeeks(), "10:00"),
                startAt(town.inTwoWeeks(), "10:30"),
                startAt(town.inTwoWeeks(), "11:00"));

        List<Answer> answers = Flux.range(0, 30)
                .flatMap(turn -> api.booking(aBooking(june, overlapping.get(turn % 3)), aKey()), 30)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).extracting(Answer::status).containsOnly(201, 409);
        List<Answer> asked =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(asked).extracting(answer -> answer.text("/status")).containsExactly("REQUESTED");
        String accept = "/api/appointments/" + asked.getFirst().text("/id") + "/accept";
        assertThat(api.post(accept, null, TestTokens.therapist(june.id(), june.id()))
                        .text("/status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void fillsEachRoomOnceWhenColleaguesBookAtTheSameTime() {
        TherapistInTown june = town.settle(bookedInstantly().needingOneOf("Elm", "Oak", "Ash"));
        List<TherapistInTown> colleagues = Flux.range(0, 6)
                .map(_ -> town.settle(june.colleague()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();
        String start = startAt(town.inTwoWeeks(), "10:00");

        List<Answer> answers = Flux.fromIterable(colleagues)
                .flatMap(colleague -> api.booking(aBooking(colleague, start), aKey()), 6)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
    }

    @Test
    void aDoubleClickNeverBooksTwice() {
        TherapistInTown june = town.settle(bookedInstantly());
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        String key = aKey();

        List<Answer> answers = Flux.range(0, 16)
                .flatMap(_ -> api.booking(booking, key), 16)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsOnly(answers.getFirst().text("/id"));
        assertThat(answers)
                .filteredOn(answer -> !answer.headers().containsHeader("Idempotent-Replayed"))
                .hasSize(1);
    }
}
