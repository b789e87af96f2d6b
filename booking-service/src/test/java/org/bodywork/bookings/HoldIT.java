package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.aKey;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.ObjectNode;

@WholeService
class HoldIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final HoldTime keeper;
    private final LocalDate day;

    HoldIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired HoldTime keeper) {
        this.keeper = keeper;
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.day = town.inTwoWeeks();
    }

    @Test
    void keepsAStartForTenMinutes() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");

        Answer held = hold(june, start, aBrowser());

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.headers().getFirst("Location")).isEqualTo("/api/holds/" + held.text("/id"));
        assertThat(Duration.between(clock.now(), expiryOf(held)))
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(api.startsOn(june, day)).doesNotContain(start);
        assertThat(api.book(aBooking(june, start)).problem()).isEqualTo("slot-taken");
        assertThat(hold(june, start, aBrowser()).problem()).isEqualTo("slot-taken");
    }

    @Test
    void booksWhatItHoldsAndAnswersARepetitionTheSame() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        String hold = hold(june, start, aBrowser()).text("/id");
        ObjectNode booking = aBooking(june, start).put("holdId", hold);
        String key = aKey();

        Answer booked = api.book(booking, key);
        Answer again = api.book(booking, key);

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.text("/status")).isEqualTo("CONFIRMED");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(booked.text("/id"));
        assertThat(again.text("/manageUrl")).isEqualTo(booked.text("/manageUrl"));
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        assertThat(delete(hold).status()).isEqualTo(404);
        assertThat(api.get("/api/manage/" + lastPartOf(booked.text("/manageUrl")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHoldIsUsedUpByTheOneBookingThatFollowsIt() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        String hold = hold(june, start, aBrowser()).text("/id");

        List<Answer> answers = Flux.range(0, 16)
                .flatMap(_ -> api.booking(aBooking(june, start).put("holdId", hold), aKey()), 16)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(15);
    }

    @Test
    void givesItsTimeBackWhenReleased() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        String hold = hold(june, start, aBrowser()).text("/id");

        assertThat(delete(hold).status()).isEqualTo(204);
        assertThat(delete(hold).status()).isEqualTo(204);

        assertThat(api.startsOn(june, day)).contains(start);
        assertThat(hold(june, start, aBrowser()).status()).isEqualTo(201);
    }

    @Test
    void lastsOnceMoreAndNotTwice() {
        TherapistInTown june = town.settle(bookedInstantly());
        Answer held = hold(june, startAt(day, "10:00"), aBrowser());
        letPass(Duration.ofMinutes(5));

        Answer renewed = api.post("/api/holds/" + held.text("/id") + "/renew", null);
        Answer again = api.post("/api/holds/" + held.text("/id") + "/renew", null);

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(expiryOf(renewed)).isAfterOrEqualTo(expiryOf(held).plusSeconds(290));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("hold-not-renewable");
    }

    @Test
    void freesItsTimeForWhoeverWantsItAsSoonAsItIsOver() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        String hold = hold(june, start, aBrowser()).text("/id");
        letPass(Duration.ofMinutes(10));

        assertThat(api.startsOn(june, day)).contains(start);
        assertThat(api.book(aBooking(june, start)).status()).isEqualTo(201);
        assertThat(api.post("/api/holds/" + hold + "/renew", null).status()).isEqualTo(409);
        assertThat(api.book(aBooking(june, start).put("holdId", hold)).problem())
                .isEqualTo("slot-taken");
    }

    @Test
    void booksAfreshOnAHoldThatIsOverWhenNobodyTookTheTime() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        String hold = hold(june, start, aBrowser()).text("/id");
        letPass(Duration.ofMinutes(10));

        Answer booked = api.book(aBooking(june, start).put("holdId", hold));

        assertThat(booked.status()).isEqualTo(201);
    }

    @Test
    void showsTheTimeAgainWithoutAnybodyAskingForIt() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        String hold = hold(june, start, aBrowser()).text("/id");
        letPass(Duration.ofMinutes(10));

        Await.until(
                "due work has ended the hold",
                () -> api.post("/api/holds/" + hold + "/renew", null).status(),
                status -> status == 409);
        assertThat(api.startsOn(june, day)).contains(start);
    }

    @Test
    void refusesAHoldOfSomethingElse() {
        TherapistInTown june = town.settle(bookedInstantly());
        String hold = hold(june, startAt(day, "10:00"), aBrowser()).text("/id");

        Answer another = api.book(aBooking(june, startAt(day, "14:00")).put("holdId", hold));
        Answer unknown = api.book(aBooking(june, startAt(day, "14:00"))
                .put("holdId", UUID.randomUUID().toString()));

        assertThat(another.status()).isEqualTo(409);
        assertThat(another.problem()).isEqualTo("hold-mismatch");
        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void leavesWhatIsKeptForAPurposeToWhoeverKeepsIt() {
        TherapistInTown june = town.settle(bookedInstantly());
        String start = startAt(day, "10:00");
        Hold kept = keeper.keep(
                        new HeldFor(HeldFor.Kind.OFFER, aKey()),
                        TherapistId.of(june.id()),
                        TreatmentId.of(june.treatmentId()),
                        OffsetDateTime.parse(start).toInstant(),
                        Asking.ANYBODY,
                        clock.now().plusSeconds(900))
                .blockOptional(PATIENCE)
                .orElseThrow();
        String id = kept.id().toString();

        assertThat(api.startsOn(june, day)).doesNotContain(start);
        assertThat(api.post("/api/holds/" + id + "/renew", null).status()).isEqualTo(404);
        assertThat(delete(id).status()).isEqualTo(404);
        assertThat(api.book(aBooking(june, start).put("holdId", id)).status()).isEqualTo(404);
        assertThat(api.get("/book/" + id).status()).isEqualTo(404);
        assertThat(api.startsOn(june, day)).doesNotContain(start);
    }

    @Test
    void letsABrowserHoldThreeStartsHoweverFastItAsks() {
        TherapistInTown june = town.settle(bookedInstantly());
        String browser = aBrowser();

        List<Answer> answers = Flux.range(0, 12)
                .map(later -> startAt(day.plusDays(later), "10:00"))
                .flatMap(start -> Flux.defer(() -> Flux.just(hold(june, start, browser)))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(9)
                .allSatisfy(answer ->
                        assertThat(answer.headers().getFirst("Retry-After")).isNotNull());
    }

    @Test
    void givesABrowserWithoutATokenOneToKeep() {
        TherapistInTown june = town.settle(bookedInstantly());

        Answer held = hold(june, startAt(day, "10:00"), null);

        assertThat(held.headers().getFirst("Set-Cookie"))
                .startsWith("bw=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax");
        api.call(HttpMethod.DELETE, "/api/holds/" + held.text("/id"), null, Map.of());
    }

    @Test
    void namesEveryWrongField() {
        Answer refused = api.post("/api/holds", """
                {"therapistId": "June", "treatmentId": "%s", "start": "tomorrow", "minutes": 60}""".formatted(UUID.randomUUID()));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.wrongFields()).containsExactlyInAnyOrder("/therapistId", "/start", "/minutes");
    }

    @Test
    void refusesWhatIsNoOpening() {
        TherapistInTown june = town.settle(bookedInstantly());

        assertThat(hold(june, startAt(day, "10:05"), aBrowser()).problem()).isEqualTo("not-an-opening");
        assertThat(hold(june, startAt(day.minusYears(1), "10:00"), aBrowser()).status())
                .isEqualTo(400);
        assertThat(api.post("/api/holds/none/renew", null).status()).isEqualTo(404);
        assertThat(delete(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    private Answer hold(TherapistInTown therapist, String start, @Nullable String browser) {
        String wish = """
                {"therapistId": "%s", "treatmentId": "%s", "start": "%s"}""".formatted(therapist.id(), therapist.treatmentId(), start);
        return api.call(
                HttpMethod.POST, "/api/holds", wish, browser == null ? Map.of() : Map.of("X-Browser-Token", browser));
    }

    private Answer delete(String hold) {
        return api.call(HttpMethod.DELETE, "/api/holds/" + hold, null, Map.of());
    }

    private void letPass(Duration time) {
        clock.moveTo(clock.offset().plus(time));
    }

    private static Instant expiryOf(Answer held) {
        return OffsetDateTime.parse(held.text("/expiresAt")).toInstant();
    }

    private static String lastPartOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String aBrowser() {
        return UUID.randomUUID().toString();
    }
}
