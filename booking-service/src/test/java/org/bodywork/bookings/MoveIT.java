package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.kafka.EventProbe;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.kafka.SeenEvent;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@WholeService
class MoveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final LocalDate day;

    MoveIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.day = town.inTwoWeeks();
    }

    @Test
    void movesAVisitOfAnInstantTherapistAtOnceAndTellsSo() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, "10:00");
        try (EventProbe probe = EventProbe.on(KafkaBacking.BROKER.bootstrapServers(), "appointments")) {
            Answer moved = reschedule(booked, "14:00");

            assertThat(moved.status()).isEqualTo(200);
            assertThat(moved.text("/start")).isEqualTo(startAt(day, "14:00"));
            assertThat(api.startsOn(june, day)).contains(startAt(day, "10:00")).doesNotContain(startAt(day, "14:00"));
            SeenEvent event =
                    probe.await("appointments", seen -> seen.text("/id").equals(booked.text("/id")));
            EventContract.of("org.bodywork.appointment.moved.v1").assertFits(event.value());
            assertThat(event.type()).isEqualTo("org.bodywork.appointment.moved.v1");
            assertThat(event.text("/timeRevision")).isEqualTo("2");
        }
    }

    @Test
    void aMoveNeverCollidesWithItself() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, "10:00");

        assertThat(reschedule(booked, "10:30").status()).isEqualTo(200);
        assertThat(reschedule(booked, "10:30").status()).isEqualTo(200);
        assertThat(reschedule(booked, "10:00").status()).isEqualTo(200);
    }

    @Test
    void aMoveGivesUpNothingBeforeItHasTheNewTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, "10:00");
        book(june, "14:00");

        Answer refused = reschedule(booked, "14:00");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("slot-taken");
        assertThat(refused.body().at("/alternatives").size()).isEqualTo(5);
        assertThat(manage(booked).text("/start")).isEqualTo(startAt(day, "10:00"));
        assertThat(reschedule(booked, "14:05").problem()).isEqualTo("slot-taken");
        assertThat(reschedule(booked, "17:05").problem()).isEqualTo("not-an-opening");
    }

    /** Off the grid, past closing, beyond the horizon, within the notice, and on a day that is full. */
    @Test
    void rulesAreCheckedAgainWhenBookedAndWhenMoved() {
        TherapistInTown june = town.settle(bookedInstantly().limitedTo("\"visitsADay\": 2"));
        Answer booked = book(june, "10:00");
        book(june, "12:00");
        LocalDate other = day.plusDays(1);
        Answer movable = api.book(aBooking(june, startAt(other, "10:00")));
        String soon = clock.now()
                .atZone(Town.ZONE)
                .plusHours(1)
                .truncatedTo(ChronoUnit.HOURS)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);

        for (String start : List.of(
                startAt(other, "13:05"),
                startAt(other, "16:30"),
                startAt(day.plusDays(70), "10:00"),
                startAt(day, "14:00"),
                soon)) {
            assertThat(api.book(aBooking(june, start)).problem()).as(start).isIn("not-an-opening", "slot-taken");
            Answer refused = api.post(link(movable) + "/reschedule", "{\"start\": \"%s\"}".formatted(start));
            assertThat(refused.status()).as(start).isEqualTo(409);
        }
        assertThat(manage(movable).text("/start")).isEqualTo(startAt(other, "10:00"));
        assertThat(manage(booked).text("/start")).isEqualTo(startAt(day, "10:00"));
    }

    @Test
    void givesOneOfManyTheTimeTheyAllMoveTo() {
        TherapistInTown june = town.settle(bookedInstantly());
        List<Answer> booked = Flux.just("09:00", "10:30", "12:00", "15:00")
                .map(time -> book(june, time))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        List<Answer> answers = Flux.fromIterable(booked)
                .flatMap(visit ->
                        Mono.fromCallable(() -> reschedule(visit, "13:30")).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
    }

    @Test
    void asksATherapistWhoAnswersRequestsAndHoldsBothTimes() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer booked = confirmed(june, "10:00");

        Answer asked = reschedule(booked, "14:00");

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("/start")).isEqualTo(startAt(day, "10:00"));
        assertThat(asked.text("/wanted/start")).isEqualTo(startAt(day, "14:00"));
        assertThat(api.startsOn(june, day)).doesNotContain(startAt(day, "10:00"), startAt(day, "14:00"));

        Answer accepted = api.post(path(booked, "accept"), null, tokenOf(june));

        assertThat(accepted.text("/start")).isEqualTo(startAt(day, "14:00"));
        assertThat(accepted.body().has("wanted")).isFalse();
        assertThat(api.startsOn(june, day)).contains(startAt(day, "10:00"));
    }

    @Test
    void leavesTheVisitWhereItIsWhenTheTherapistDeclines() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer booked = confirmed(june, "10:00");
        reschedule(booked, "14:00");

        Answer declined = api.post(path(booked, "decline"), "{\"reason\": \"Full.\"}", tokenOf(june));

        assertThat(declined.text("/status")).isEqualTo("CONFIRMED");
        assertThat(declined.text("/start")).isEqualTo(startAt(day, "10:00"));
        assertThat(api.startsOn(june, day)).contains(startAt(day, "14:00"));
    }

    @Test
    void freesTheWantedTimeWhenNobodyAnswers() {
        TherapistInTown june = town.settle(answeringRequests().waitingMinutes(30));
        Answer booked = confirmed(june, "10:00");
        reschedule(booked, "14:00");
        letPass(Duration.ofMinutes(30));

        assertThat(api.startsOn(june, day)).contains(startAt(day, "14:00"));
        assertThat(api.book(aBooking(june, startAt(day, "14:00"))).status()).isEqualTo(201);
        Await.until(
                "the wish is gone",
                () -> manage(booked),
                shown -> !shown.body().has("wanted") && shown.text("/status").equals("CONFIRMED"));
    }

    @Test
    void answersARequestWithAnotherTimeThatTheClientTakes() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer request = book(june, "10:00");

        Answer proposed = propose(request, june, "14:00");

        assertThat(proposed.status()).isEqualTo(200);
        assertThat(proposed.text("/status")).isEqualTo("PROPOSED");
        assertThat(api.startsOn(june, day)).contains(startAt(day, "10:00")).doesNotContain(startAt(day, "14:00"));
        assertThat(manage(request).body().at("/change/answerProposal").asBoolean())
                .isTrue();

        Answer accepted = api.post(link(request) + "/proposal/accept", null);

        assertThat(accepted.text("/status")).isEqualTo("CONFIRMED");
        assertThat(accepted.text("/start")).isEqualTo(startAt(day, "14:00"));
        assertThat(api.post(link(request) + "/proposal/accept", null).status()).isEqualTo(200);
        assertThat(api.post(link(request) + "/proposal/decline", null).status()).isEqualTo(409);
    }

    @Test
    void endsWithTheClientsNoToAProposal() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer request = book(june, "10:00");
        propose(request, june, "14:00");

        Answer declined = api.post(link(request) + "/proposal/decline", null);

        assertThat(declined.text("/status")).isEqualTo("DECLINED");
        assertThat(api.startsOn(june, day)).contains(startAt(day, "14:00"));
        assertThat(api.post(link(request) + "/proposal/accept", null).text("/status"))
                .isEqualTo("DECLINED");
    }

    @Test
    void letsStaffMoveInsideTheNoticeForAReason() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, "10:00");

        Answer moved = api.post(
                path(booked, "reschedule"),
                "{\"start\": \"%s\", \"reason\": \"Client called.\"}".formatted(startAt(day.plusMonths(3), "10:00")),
                tokenOf(june));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text("/start")).isEqualTo(startAt(day.plusMonths(3), "10:00"));
        assertThat(moved.text("/history/1/action")).isEqualTo("MOVED");
        assertThat(moved.text("/history/1/reason")).isEqualTo("Client called.");
    }

    @Test
    void isNotForStaffOfAnotherPractice() {
        TherapistInTown june = town.settle(bookedInstantly());
        TherapistInTown may = town.settle(bookedInstantly());
        Answer booked = book(june, "10:00");

        Answer refused = propose(booked, may, "14:00");

        assertThat(refused.status()).isEqualTo(404);
    }

    @Test
    void namesWhatIsWrong() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer booked = book(june, "10:00");

        Answer noOffset = api.post(link(booked) + "/reschedule", "{\"start\": \"2027-01-01T10:00\"}");
        Answer past = api.post(link(booked) + "/reschedule", "{\"start\": \"2020-01-01T10:00:00Z\"}");
        Answer noReason = api.post(
                path(booked, "reschedule"), "{\"start\": \"%s\"}".formatted(startAt(day, "14:00")), tokenOf(june));

        assertThat(noOffset.wrongFields()).containsExactly("/start");
        assertThat(past.wrongFields()).containsExactly("/start");
        assertThat(noReason.wrongFields()).containsExactly("/reason");
    }

    private Answer book(TherapistInTown therapist, String time) {
        Answer booked = api.book(aBooking(therapist, startAt(day, time)));
        assertThat(booked.status()).isEqualTo(201);
        return booked;
    }

    private Answer confirmed(TherapistInTown therapist, String time) {
        Answer request = book(therapist, time);
        assertThat(api.post(path(request, "accept"), null, tokenOf(therapist)).status())
                .isEqualTo(200);
        return request;
    }

    private Answer reschedule(Answer booked, String time) {
        return api.post(link(booked) + "/reschedule", wish(time));
    }

    private Answer propose(Answer booked, TherapistInTown by, String time) {
        return api.post(path(booked, "propose"), wish(time), tokenOf(by));
    }

    private String wish(String time) {
        return "{\"start\": \"%s\"}".formatted(startAt(day, time));
    }

    private Answer manage(Answer booked) {
        return api.get(link(booked));
    }

    private void letPass(Duration time) {
        clock.moveTo(clock.offset().plus(time));
    }

    private static String tokenOf(TherapistInTown therapist) {
        return TestTokens.therapist(Town.id(), therapist.id());
    }

    private static String path(Answer booked, String action) {
        return "/api/appointments/" + booked.text("/id") + "/" + action;
    }

    private static String link(Answer booked) {
        String url = booked.text("/manageUrl");
        return "/api/manage/" + url.substring(url.lastIndexOf('/') + 1);
    }
}
