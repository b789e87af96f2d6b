package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeService
class PlanPagesIT {

    private static final Map<String, String> A_PLAN = Map.of(
            "condition", "neck-pain",
            "goal", "Sleep through the night",
            "visits", "6",
            "every", "1",
            "unit", "W",
            "weekday", "TUESDAY",
            "time", "16:00");

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ManageLinks links;
    private final PlanLinks plans;

    PlanPagesIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ManageLinks links,
            @Autowired PlanLinks plans) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.links = links;
        this.plans = plans;
    }

    @Test
    void makeAPlanMeasureAndDecideOnceOfTwoWhoSeeTheSame() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        Console own = Console.of(TestTokens.therapist(june.id(), june.id()), api);
        String care = "/console/visits/" + visit + "/care";

        assertThat(own.send(care, care + "/before", Map.of("pain", "11")).status())
                .isEqualTo(400);
        assertThat(own.send(care, care + "/before", Map.of("pain", "7", "motion", "40"))
                        .status())
                .isEqualTo(303);
        assertThat(own.send(care, care + "/plan", Map.of("condition", "bad-luck"))
                        .status())
                .isEqualTo(400);
        Answer made = own.send(care, care + "/plan", A_PLAN);
        assertThat(made.status()).isEqualTo(303);
        String page = locationOf(made).replaceAll("\\?.*", "");
        Answer shown = own.open(page);
        assertThat(shown.body().asString()).contains("Sleep through the night", "Only one visit has");
        String token = Console.tokenOn(shown);
        Map<String, String> decision = Map.of("step", "EXTEND", "version", "1", "formToken", token);

        Answer first = own.sendAsIs(page + "/decide", decision);
        Answer second = own.sendAsIs(page + "/decide", Map.of("step", "FINISH", "version", "1", "formToken", token));

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().asString()).contains("meanwhile", "1 of 9");
        assertThat(own.sendAsIs(page + "/decide", Map.of("step", "PRAY", "version", "2", "formToken", token))
                        .status())
                .isEqualTo(400);
        Console manager = Console.of(TestTokens.manager(Town.id(), june.practiceId()), api);
        assertThat(manager.open(page).status()).isEqualTo(403);
        assertThat(manager.open(care).status()).isEqualTo(403);
        Console stranger = Console.of(TestTokens.therapist(Town.id(), Town.id()), api);
        assertThat(stranger.open(page).status()).isEqualTo(404);
        assertThat(stranger.open(care).status()).isEqualTo(404);
    }

    @Test
    void askOnceAndChangeNothingWhenOnlyOpened() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        String page = "/scores/" + links.scoreSecretOf(AppointmentId.of(visit), ScoreDay.FIRST);
        assertThat(api.get(page).status()).isEqualTo(404);
        api.post("/api/appointments/" + visit + "/complete", null, TestTokens.therapist(june.id(), june.id()));
        Await.until("it is asked", () -> api.get(page).status(), status -> status == 200);

        Answer nonsense = api.form(page, Map.of("pain", "11"), Map.of());
        Answer first = api.form(page, Map.of("pain", "3"), Map.of());
        Answer other = api.form(page, Map.of("pain", "9"), Map.of());

        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(first.status()).isEqualTo(303);
        assertThat(other.status()).isEqualTo(409);
        Answer after = api.get(page);
        assertThat(after.body().asString()).contains("Thank you").doesNotContain("<form method=\"post\"");
        assertThat(after.headers().getFirst("Cache-Control")).contains("no-store");
        assertThat(after.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(api.get("/scores/" + "x".repeat(43)).status()).isEqualTo(404);
    }

    @Test
    void offerOtherTimesWhereOneIsTaken() {
        TherapistInTown june = town.settle(bookedInstantly());
        String visit = aVisitUnderWay(june);
        Console own = Console.of(TestTokens.therapist(june.id(), june.id()), api);
        String care = "/console/visits/" + visit + "/care";
        String made = locationOf(own.send(care, care + "/plan", A_PLAN));
        String plan = made.replaceAll(".*/plans/([0-9a-f-]+).*", "$1");
        api.post("/api/appointments/" + visit + "/complete", null, TestTokens.therapist(june.id(), june.id()));
        String secret = plans.secretOf(PlanId.of(plan));
        String page = "/plan/" + secret;
        assertThat(api.form(page + "/book", Map.of("start", "2030-01-01T10:00:00Z"), Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(api.get(page).body().asString()).contains("I agree");
        assertThat(api.form(page + "/agree", Map.of(), Map.of()).status()).isEqualTo(303);
        assertThat(api.form(page + "/agree", Map.of(), Map.of()).status()).isEqualTo(303);
        String start = api.get("/api/plan/" + secret).text("/next/offered/0");
        api.book(aBooking(june, start));

        Answer taken = api.form(page + "/book", Map.of("start", start), Map.of());

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().asString()).contains("Somebody just took that time", "/book?lang=");
        assertThat(api.get("/plan/" + "x".repeat(43)).status()).isEqualTo(404);
        assertThat(api.form("/plan/" + "x".repeat(43) + "/agree", Map.of(), Map.of())
                        .status())
                .isEqualTo(404);
    }

    private static String locationOf(Answer answer) {
        return String.valueOf(answer.headers().getFirst("Location"));
    }

    /** Business time moves to the very start of the visit, and the client is there. */
    private String aVisitUnderWay(TherapistInTown june) {
        LocalDate day = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        String id = api.book(aBooking(june, startAt(day, "10:00"))).text("/id");
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), day.atTime(10, 0).atZone(Town.ZONE))));
        api.post("/api/appointments/" + id + "/check-in", null, TestTokens.therapist(june.id(), june.id()));
        return id;
    }
}
