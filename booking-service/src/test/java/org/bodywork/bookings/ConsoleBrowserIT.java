package org.bodywork.bookings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeService
@Needs(Need.BROWSER)
class ConsoleBrowserIT {

    private static final String LIST = "/console/requests";

    /** What an inbox may take to show what has come. */
    private static final int SOON_MILLIS = 2_000;

    private final Town town;
    private final BookingApi api;
    private final int port;

    ConsoleBrowserIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.api = new BookingApi(port);
        this.port = port;
    }

    @Test
    void showsARequestWithinTwoSecondsAndWhatSomebodyElseAnswered() {
        TherapistInTown june = town.settle(answeringRequests());
        try (Visitor own = signedIn(Arrival.at(port), TestTokens.therapist(june.id(), june.id()));
                Visitor manager = signedIn(
                        Arrival.at(port), TestTokens.manager(UUID.randomUUID().toString(), june.practiceId()))) {
            own.open(LIST);
            manager.open(LIST);
            assertThat(own.page().getByText("Nothing waits for an answer")).isVisible();
            own.page().waitForFunction("() => document.querySelector('#live-note')");

            String id = book(june, "10:00");
            assertThat(own.page().getByRole(AriaRole.LINK, named("Ada Lovelace")))
                    .isVisible(soon());
            assertThat(manager.page().getByRole(AriaRole.LINK, named("Ada Lovelace")))
                    .isVisible(soon());

            own.open(LIST + "/" + id);
            manager.page()
                    .getByRole(AriaRole.BUTTON, named("Accept the request of Ada Lovelace"))
                    .click();
            assertThat(manager.page().getByText("You have accepted it")).isVisible();
            Locator said = own.page().getByText("Somebody else of your practice has accepted it already");
            assertThat(said).isVisible(soon());
            assertThat(own.page().locator(".decide")).hasCount(0);
            own.hadNoTrouble();
            manager.hadNoTrouble();
        }
    }

    @Test
    void answersWithoutAScript() {
        TherapistInTown june = town.settle(answeringRequests());
        book(june, "10:00");
        try (Visitor own = signedIn(Arrival.at(port).withoutScripts(), TestTokens.therapist(june.id(), june.id()))) {
            own.open(LIST);
            own.page()
                    .getByRole(AriaRole.BUTTON, named("Accept the request of Ada Lovelace"))
                    .click();

            assertThat(own.page().getByText("You have accepted it")).isVisible();
        }
    }

    @Test
    void printsTheDayWithoutWhatCanOnlyBePressed() {
        TherapistInTown june = town.settle(answeringRequests());
        book(june, "10:00");
        try (Visitor own = signedIn(Arrival.at(port), TestTokens.therapist(june.id(), june.id()))) {
            own.open("/console/calendar?day=" + town.inTwoWeeks());
            own.print("console-day-printed");

            Page page = own.page();
            assertThat(page.locator(".entry")).isVisible();
            assertThat(page.getByText("Ada Lovelace")).isVisible();
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            assertThat(page.locator(".top, .days, form, td.free a")
                            .filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(0);
        }
    }

    @Test
    void isAccessibleAndFitsOnEveryPageInBothLanguages() {
        TherapistInTown june = town.settle(answeringRequests());
        String request = book(june, "10:00");
        String visit = book(june, "14:00");
        api.post("/api/appointments/" + visit + "/accept", null, TestTokens.therapist(june.id(), june.id()));
        String day = "?day=" + town.inTwoWeeks();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("console-requests", LIST + "?");
        pages.put("console-request", LIST + "/" + request + "?");
        pages.put("console-day", "/console/calendar" + day + "&");
        pages.put("console-week", "/console/calendar" + day + "&view=week&");
        pages.put("console-visit", "/console/visits/" + visit + "?");
        pages.put("console-new-visit", "/console/calendar/new" + day + "&");
        pages.put("console-block", "/console/calendar/block?");
        String token = TestTokens.therapist(june.id(), june.id());
        List<Arrival> arrivals = List.of(
                Arrival.at(port),
                Arrival.at(port).inTheDark().on(Arrival.Screen.NARROW).speaking("es"));
        for (Arrival arrival : arrivals) {
            try (Visitor own = signedIn(arrival, token);
                    Visitor nobody = arrival.come()) {
                pages.forEach((name, path) -> {
                    own.open(path + "lang=" + arrival.language());
                    own.findsItAccessible();
                    own.fitsEveryScreen(name);
                    own.hadNoTrouble();
                });
                nobody.open("/console/sign-in?lang=" + arrival.language());
                nobody.findsItAccessible();
                nobody.fitsEveryScreen("console-sign-in");
            }
        }
    }

    private Visitor signedIn(Arrival arrival, String token) {
        Visitor visitor = arrival.come();
        visitor.context()
                .addCookies(List.of(new Cookie("bodywork-staff", token)
                        .setUrl("http://localhost:" + port)
                        .setHttpOnly(true)));
        return visitor;
    }

    private String book(TherapistInTown therapist, String time) {
        return api.book(aBooking(therapist, startAt(town.inTwoWeeks(), time))).text("/id");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static LocatorAssertions.IsVisibleOptions soon() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS);
    }
}
