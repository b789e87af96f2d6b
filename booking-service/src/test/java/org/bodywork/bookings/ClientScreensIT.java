package org.bodywork.bookings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client sees of visits that stand and that are over, in a browser. */
@WholeService
@Needs(Need.BROWSER)
class ClientScreensIT {

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final int port;

    ClientScreensIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({"PHONE, true, en", "NARROW, false, es"})
    void areForEverybody(Screen screen, boolean dark, String language) {
        TherapistInTown june = town.settle(bookedInstantly());
        LocalDate tomorrow = clock.now().atZone(Town.ZONE).toLocalDate().plusDays(1);
        Answer morning = api.book(aBooking(june, startAt(tomorrow, "10:00")));
        Answer afternoon = api.book(aBooking(june, startAt(tomorrow, "15:00")));
        complete(morning, june, tomorrow);
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            Page page = visitor.page();
            visitor.open(link(afternoon, "", language));
            page.locator("main details").all().forEach(each -> each.evaluate("it => { it.open = true; }"));
            look(visitor, "manage-late");
            visitor.open(link(afternoon, "/preferences", language));
            look(visitor, "preferences-away");
            visitor.open(link(morning, "/after", language));
            look(visitor, "after");
            page.locator("a[href^='/review/']").click();
            assertThat(page.locator("input[name=rating]").first()).isVisible();
            look(visitor, "review");
            visitor.open(link(morning, "", language));
            look(visitor, "manage-over");
            page.locator("form[action*=my-visits] button").click();
            assertThat(page.locator(".visits li").first()).isVisible();
            look(visitor, "my-visits-list");
            page.locator("form[action*=leave] button").click();
            page.locator("#email").fill("somebody@example.org");
            page.locator("main form button").click();
            assertThat(page.locator("#code")).isVisible();
            look(visitor, "my-visits-code");
            visitor.open("/manage/nothing?lang=" + language);
            look(visitor, "no-link");
        }
    }

    private void complete(Answer booked, TherapistInTown june, LocalDate date) {
        clock.moveTo(clock.offset()
                .plus(Duration.between(clock.now(), date.atTime(10, 0).atZone(Town.ZONE))));
        String visit = "/api/appointments/" + booked.text("/id");
        String token = TestTokens.therapist("june", june.id());
        api.post(visit + "/check-in", null, token);
        assertThat(api.post(visit + "/complete", null, token).status()).isEqualTo(200);
    }

    private static String link(Answer booked, String page, String language) {
        return booked.text("/manageUrl").substring("http://localhost:8080".length()) + page + "?lang=" + language;
    }

    private static void look(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        visitor.shoot(name);
        visitor.seesAllOfItsWidth();
        visitor.findsItAccessible();
    }
}
