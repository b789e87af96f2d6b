package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@WholeService
class StaffIT {

    private static final String REASON = "{\"reason\": \"Away that week.\"}";

    private final Town town;
    private final BookingApi api;

    StaffIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
    }

    @Test
    void acceptsARequestAndTellsSo() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer accepted = api.post(path(id, "accept"), null, tokenOf(june));

            SeenEvent event = probe.await(
                    "appointments",
                    seen -> seen.text("/id").equals(id) && seen.text("/status").equals("CONFIRMED"));

            assertThat(accepted.status()).isEqualTo(200);
            assertThat(accepted.text("/status")).isEqualTo("CONFIRMED");
            assertThat(accepted.text("/client/name")).isEqualTo("Ada Lovelace");
            EventContract.of("org.bodywork.appointment.confirmed.v1").assertFits(event.value());
            assertThat(event.text("/sequence")).isEqualTo("2");
            assertThat(event.text("/actor/kind")).isEqualTo("STAFF");
        }
    }

    @Test
    void mayRepeatWhatTheyDid() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);
        api.post(path(id, "accept"), null, tokenOf(june));

        Answer again = api.post(path(id, "accept"), null, tokenOf(june));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/version")).isEqualTo("2");
    }

    @Test
    void isToldWhatHappenedWhenAColleagueWasFaster() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);
        api.post(path(id, "decline"), REASON, tokenOf(june));

        Answer late = api.post(path(id, "accept"), null, TestTokens.manager("boss", june.practiceId()));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/status")).isEqualTo("DECLINED");
    }

    @Test
    void decidesOnceWhenManyPressAtTheSameTime() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);

        List<Answer> answers = Flux.range(0, 8)
                .flatMap(turn -> Mono.fromCallable(() -> api.post(
                                path(id, turn % 2 == 0 ? "accept" : "decline"),
                                turn % 2 == 0 ? null : REASON,
                                TestTokens.manager("boss-" + turn, june.practiceId())))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409);
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    }

    @Test
    void freesTheTimeByDeclining() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);

        api.post(path(id, "decline"), REASON, tokenOf(june));

        assertThat(api.startsOn(june, town.inTwoWeeks())).contains(startAt(town.inTwoWeeks(), "10:00"));
    }

    @Test
    void cancelsAConfirmedVisitWithAReasonThatStaysHere() {
        TherapistInTown june = town.settle(bookedInstantly());
        String id = request(june);
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer cancelled = api.post(path(id, "cancel"), REASON, tokenOf(june));

            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(id));

            assertThat(cancelled.text("/status")).isEqualTo("CANCELLED_BY_THERAPIST");
            assertThat(cancelled.text("/history/1/reason")).isEqualTo("Away that week.");
            assertThat(event.type()).isEqualTo("org.bodywork.appointment.cancelled.v1");
            assertThat(event.value()).doesNotContain("Away that week");
        }
    }

    @Test
    void mustGiveAReasonForDeclining() {
        TherapistInTown june = town.settle(answeringRequests());

        Answer refused = api.post(path(request(june), "decline"), "{}", tokenOf(june));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly("/reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/accept", "/decline", "/cancel"})
    void findsNothingOfAnotherPractice(String action) {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);
        String stranger = TestTokens.manager("stranger", Town.id());

        Answer answer = action.isEmpty()
                ? api.get(path(id, ""), stranger)
                : api.post("/api/appointments/" + id + action, action.equals("/accept") ? null : REASON, stranger);

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void findsNothingOfAColleagueUnlessTheyManageThePractice() {
        TherapistInTown june = town.settle(answeringRequests());
        TherapistInTown may = town.settle(june.colleague());
        String id = request(june);

        assertThat(api.get(path(id, ""), tokenOf(may)).status()).isEqualTo(404);
        assertThat(api.get(path(id, ""), TestTokens.manager("boss", june.practiceId()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void needsATokenOfTheRightRole() {
        TherapistInTown june = town.settle(answeringRequests());
        String id = request(june);

        assertThat(api.get(path(id, "")).status()).isEqualTo(401);
        assertThat(api.post(path(id, "accept"), null).status()).isEqualTo(401);
        assertThat(api.get(path(id, ""), TestTokens.operator("root")).status()).isEqualTo(403);
    }

    @Test
    void findsNoAppointmentBySomethingThatIsNoId() {
        TherapistInTown june = town.settle(answeringRequests());

        assertThat(api.get("/api/appointments/no-id", tokenOf(june)).status()).isEqualTo(404);
    }

    @Test
    void readsTheListPartByPart() {
        TherapistInTown june = town.settle(bookedInstantly());
        String date = town.inTwoWeeks().toString();
        List<String> booked = List.of(request(june, "09:00"), request(june, "11:30"), request(june, "14:00"));
        String question = "/api/appointments?from=" + date + "&to=" + date + "&status=CONFIRMED&size=2";

        Answer first = api.get(question, tokenOf(june));
        Answer rest = api.get(question + "&after=" + first.text("/next"), tokenOf(june));

        assertThat(ids(first)).isEqualTo(booked.subList(0, 2));
        assertThat(ids(rest)).isEqualTo(booked.subList(2, 3));
        assertThat(rest.body().has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=soon",
                "from=0000-01-01",
                "to=2026-02-30",
                "to=9999-12-31",
                "status=FORGOTTEN",
                "after=here",
                // A place in the list at the end of all time.
                "after=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5WnwwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDE",
                "size=0",
                "size=101",
                "size=x"
            })
    void namesTheWrongParameterOfAList(String parameter) {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer refused = api.get("/api/appointments?" + parameter, tokenOf(june));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactly("/" + parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void areToldWhyAStartIsNoOpening() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        String ten = startAt(town.inTwoWeeks(), "10:00");

        assertThat(explain(june, ten, tokenOf(june)).body().at("/opening").asBoolean())
                .isTrue();
        api.book(aBooking(june, ten));

        assertThat(explain(june, ten, tokenOf(june)).text("/hindrances/0")).isEqualTo("THERAPIST_BUSY");
        assertThat(explain(june, startAt(town.inTwoWeeks(), "10:05"), tokenOf(june))
                        .text("/hindrances/0"))
                .isEqualTo("OFF_GRID");
        assertThat(explain(june, ten, tokenOf(may)).status()).isEqualTo(404);
        assertThat(explain(june, "tomorrow", tokenOf(june)).wrongFields()).containsExactly("/at");
        assertThat(api.get("/api/openings/explain").status()).isEqualTo(401);
    }

    private Answer explain(TherapistInTown therapist, String at, String token) {
        return api.get(
                "/api/openings/explain?therapistId=%s&treatmentId=%s&at=%s"
                        .formatted(therapist.id(), therapist.treatmentId(), at.replace("+", "%2B")),
                token);
    }

    private String request(TherapistInTown therapist) {
        return request(therapist, "10:00");
    }

    private String request(TherapistInTown therapist, String time) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), time))).text("/id");
    }

    private static List<String> ids(Answer list) {
        return StreamSupport.stream(list.body().at("/items").spliterator(), false)
                .map(item -> item.at("/id").asString())
                .toList();
    }

    private static String tokenOf(TherapistInTown therapist) {
        return TestTokens.therapist(therapist.id(), therapist.id());
    }

    private static String path(String id, String action) {
        return "/api/appointments/" + id + (action.isEmpty() ? "" : "/" + action);
    }
}
