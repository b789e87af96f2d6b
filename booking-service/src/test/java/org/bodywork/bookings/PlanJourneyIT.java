package org.bodywork.bookings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ScoreDay;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.bookings.plan.application.PlanLinks;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.platform.testing.Await;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A plan from the visit at which it is made to the next one, as therapist and client see it. */
@WholeService
@Needs(Need.BROWSER)
class PlanJourneyIT {

    private final Town town;
    private final int port;
    private final BookingApi api;
    private final BusinessClock clock;
    private final ManageLinks links;
    private final PlanLinks plans;

    PlanJourneyIT(
            @Autowired Town town,
            @LocalServerPort int port,
            @Autowired BusinessClock clock,
            @Autowired ManageLinks links,
            @Autowired PlanLinks plans) {
        this.town = town;
        this.port = port;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.links = links;
        this.plans = plans;
    }

    @ParameterizedTest
    @CsvSource({"PHONE, en, false", "NARROW, es, true"})
    void goesFromTheVisitToTheNextOne(Screen screen, String language, boolean dark) {
        TherapistInTown june = town.settle(bookedInstantly());
        String token = TestTokens.therapist(june.id(), june.id());
        LocalDate day = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        String visit = api.book(aBooking(june, startAt(day, "10:00"))).text("/id");
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), day.atTime(10, 0).atZone(Town.ZONE))));
        api.post("/api/appointments/" + visit + "/check-in", null, token);
        String cookie = String.valueOf(Console.of(token, api).headers().get("Cookie"));
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            Page page = visitor.page();
            int equals = cookie.indexOf('=');
            visitor.context()
                    .addCookies(List.of(new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1))
                            .setUrl("http://localhost:" + port)));
            String care = "/console/visits/" + visit + "/care";
            visitor.open(care);
            page.locator("#before-pain").fill("7");
            page.locator("#before-motion").fill("40");
            page.locator("form[action*='/before'] button").click();
            assertThat(page.locator("#before-pain")).hasValue("7");
            check(visitor, "care");
            page.locator("#condition").selectOption("back-pain");
            page.locator("#goal").fill("Walk to the lake again");
            page.locator("form[action*='care/plan'] button").click();
            assertThat(page.locator(".quote")).hasText("Walk to the lake again");
            String id = page.url().replaceAll(".*/plans/([0-9a-f-]+).*", "$1");
            api.post("/api/appointments/" + visit + "/complete", null, token);
            String score = "/scores/" + links.scoreSecretOf(AppointmentId.of(visit), ScoreDay.THIRD);
            Await.until("it is asked", () -> api.get(score).status(), status -> status == 200);

            visitor.open(score);
            check(visitor, "score");
            page.locator("input[name=pain][value='4']").check(new Locator.CheckOptions().setForce(true));
            page.locator("main form button").click();
            assertThat(page.locator("[role=status]")).isVisible();
            check(visitor, "score-thanks");

            visitor.open("/plan/" + plans.secretOf(PlanId.of(id)));
            page.locator("form[action*='/agree'] button").click();
            assertThat(page.locator(".starts button").first()).isVisible();
            assertThat(page.locator(".course svg")).isVisible();
            check(visitor, "plan");
            page.locator(".starts button").first().click();
            page.waitForURL("**/manage/**");

            visitor.open("/console/plans/" + id);
            check(visitor, "console-plan");
            page.locator("input[name=step][value=SPACE_OUT]").check();
            page.locator("form[action*='/decide'] button").click();
            page.waitForURL("**/console/plans/" + id + "?lang=**");
            visitor.hadNoTrouble();
        }
    }

    private static void check(Visitor visitor, String name) {
        visitor.shoot("plan-" + name);
        visitor.seesAllOfItsWidth();
        visitor.findsItAccessible();
    }
}
