package org.bodywork.bookings;

import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Editors, clients and numbers as staff see them: for everybody, on every screen, in both languages. */
@WholeService
@Needs(Need.BROWSER)
class DeskScreensIT {

    private final Town town;
    private final int port;
    private final BookingApi api;

    DeskScreensIT(@Autowired Town town, @LocalServerPort int port) {
        this.town = town;
        this.port = port;
        this.api = new BookingApi(port);
    }

    @AfterEach
    void leave() {
        StandInTherapists.get().isAway();
    }

    /** What is for everybody in one language and on one screen is so in the other, but for words, room and colours. */
    @ParameterizedTest
    @CsvSource({"DESKTOP, false, en", "NARROW, true, es"})
    void areForEverybody(Screen screen, boolean dark, String language) {
        TherapistInTown june = town.settle(bookedInstantly());
        StandInTherapists.get().isThere();
        String token = TestTokens.therapist("june", june.id());
        KeptListing.of(june, token);
        String visit = book(june);
        String cookie = Console.of(token, api).headers().get("Cookie");
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            signIn(visitor, String.valueOf(cookie));
            for (String page :
                    List.of("", "/schedule", "/time-off", "/treatments", "/rules", "/credentials", "/profile")) {
                see(visitor, "/console/listing/" + june.id() + page, "listing" + page.replace('/', '-'));
            }
            see(visitor, "/console/numbers?weeks=6&from=" + town.inTwoWeeks().minusWeeks(4), "numbers");
            see(visitor, "/console/clients", "clients");
            see(visitor, "/console/clients/" + visit, "client");
            press(visitor, "form[action*=answers] button", "#answers", "client-answers");
            visitor.open("/console/listing/" + june.id() + "/time-off");
            visitor.page().locator("#from").fill(town.inTwoWeeks() + "T09:00");
            visitor.page().locator("#to").fill(town.inTwoWeeks() + "T12:00");
            press(visitor, "button[value=preview]", "#preview", "listing-preview");
            visitor.page().locator("#to").fill(town.inTwoWeeks() + "T08:00");
            press(visitor, "button[value=preview]", "#to-fault", "listing-fault");
        }
    }

    private static void see(Visitor visitor, String path, String name) {
        visitor.open(path);
        check(visitor, name);
    }

    /** A button, and what is there once it was pressed. */
    private static void press(Visitor visitor, String button, String then, String name) {
        visitor.page().locator(button).first().click();
        visitor.page().locator(then).waitFor();
        check(visitor, name);
    }

    private static void check(Visitor visitor, String name) {
        visitor.findsItAccessible();
        visitor.fitsEveryScreen("desk-" + name);
    }

    private void signIn(Visitor visitor, String header) {
        int equals = header.indexOf('=');
        visitor.context()
                .addCookies(List.of(new Cookie(header.substring(0, equals), header.substring(equals + 1))
                        .setUrl("http://localhost:" + port)));
    }

    private String book(TherapistInTown june) {
        ObjectNode booking = aBooking(june, startAt(town.inTwoWeeks(), "10:00"));
        ObjectNode answers = JsonMapper.shared().createObjectNode();
        answers.put("version", "2026-1")
                .put("painLevel", 7)
                .put("worse", "Long days at the desk")
                .put("pregnancy", "no")
                .put("pressure", "firm")
                .put("consent", true);
        answers.putArray("whereItHurts").add("knees");
        answers.putArray("warningSigns");
        booking.set("intake", answers);
        return api.book(booking).text("/id");
    }
}
