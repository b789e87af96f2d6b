package org.bodywork.bookings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.BookingApi.aBooking;
import static org.bodywork.bookings.BookingApi.startAt;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Booking, moving and cancelling as people do it in a browser. */
@WholeService
@Needs(Need.BROWSER)
class BookInBrowserIT {

    private static final int MOST_TABS = 150;

    private final Town town;
    private final BookingApi api;
    private final BusinessClock clock;
    private final int port;

    BookInBrowserIT(@Autowired Town town, @LocalServerPort int port, @Autowired BusinessClock clock) {
        this.town = town;
        this.api = new BookingApi(port);
        this.clock = clock;
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({"PHONE, false, en", "NARROW, true, es", "DESKTOP, false, es"})
    void isForEverybodyOnEachOfItsPages(Screen screen, boolean dark, String language) {
        TherapistInTown june = town.settle(bookedInstantly());
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            visitor.open("/book?therapist=" + june.id());
            look(visitor, "book-treatments");
            visitor.open("/book?therapist=" + june.id() + "&treatment=" + june.treatmentId());
            look(visitor, "book-week");
            visitor.open("/book?area=maplewood&modality=swedish&minutes=60&start=" + tenOClock());
            look(visitor, "book-anybody");
            visitor.open(chosen(june));
            look(visitor, "book-chosen");
            press(visitor.page(), "main form button");
            look(visitor, "book-contact");
            press(visitor.page(), "button[value=questions]");
            assertThat(visitor.page().locator("[role=alert]")).isFocused();
            look(visitor, "book-contact-wrong");
            type(visitor.page());
            press(visitor.page(), "button[value=questions]");
            look(visitor, "book-questions");
            press(visitor.page(), "button[value=review]");
            look(visitor, "book-questions-wrong");
            answer(visitor.page());
            press(visitor.page(), "button[value=review]");
            look(visitor, "book-review");
            press(visitor.page(), "button[value=book]");
            look(visitor, "booked");
            press(visitor.page(), "main .actions a.quiet");
            look(visitor, "manage");
            press(visitor.page(), "main .actions a[href*=move]");
            look(visitor, "move-week");
            visitor.page().locator(".times a").last().click();
            look(visitor, "move-chosen");
            visitor.open("/book/" + UUID.randomUUID());
            look(visitor, "book-over");
        }
    }

    @Test
    void countsTheHeldTimeDown() {
        try (Visitor visitor = Arrival.at(port).onPhone().come()) {
            hold(visitor, town.settle(bookedInstantly()));
            Locator timer = visitor.page().getByRole(AriaRole.TIMER);

            assertThat(timer).hasText(Pattern.compile("9:5\\d|10:00"));
            assertThat(timer).not().hasText(timer.textContent());
            assertThat(visitor.page().locator(".held")).containsText("10:00 AM Central Time");
            visitor.hadNoTrouble();
        }
    }

    @Test
    void isUsedByKeyboardAlone() {
        TherapistInTown june = town.settle(bookedInstantly());
        try (Visitor visitor = Arrival.at(port).come()) {
            Page page = visitor.page();
            visitor.open(chosen(june));
            enter(page, "main form button");
            tabTo(page, "#name");
            page.keyboard().type("Ada Lovelace");
            tabTo(page, "#email");
            page.keyboard().type(anAddress());
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Before your visit");
            enter(page, "button[value=later]");
            enter(page, "button[value=book]");

            assertThat(page.locator("h1")).hasText("You are booked");
        }
    }

    @Test
    void needsNoScripts() {
        TherapistInTown june = town.settle(answeringRequests());
        try (Visitor visitor = Arrival.at(port).onPhone().withoutScripts().come()) {
            Page page = visitor.page();
            hold(visitor, june);
            assertThat(page.locator(".held")).containsText("is yours until");
            toReview(page);
            press(page, "button[value=book]");

            assertThat(page.locator("h1")).hasText("Your request is sent");
            press(page, "main .actions a.quiet");
            press(page, "summary");
            press(page, "form[action*=cancel] button");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("You cancelled this visit.");
        }
    }

    @Test
    void booksOnceInTwoTabsAndAfterGoingBack() {
        TherapistInTown june = town.settle(bookedInstantly());
        try (Visitor visitor = Arrival.at(port).come()) {
            Page one = visitor.page();
            hold(visitor, june);
            Page other = visitor.context().newPage();
            other.navigate(one.url());
            toReview(one);
            toReview(other);

            press(one, "button[value=book]");
            press(other, "button[value=book]");
            assertThat(one.locator("h1")).hasText("You are booked");
            assertThat(other.locator("h1")).hasText("This time has been booked");

            one.navigate(one.url().replaceAll("/manage/.*", "") + "/my-visits");
            one.goBack();
            assertThat(one.locator("h1")).hasText("You are booked");
            visitor.open(other.url());
            assertThat(one.locator("h1")).hasText("This time has been booked");
        }
    }

    @Test
    void offersTimesCloseByWhereTheLastStepIsTooLate() {
        TherapistInTown june = town.settle(bookedInstantly());
        try (Visitor visitor = Arrival.at(port).onPhone().come()) {
            Page page = visitor.page();
            hold(visitor, june);
            toReview(page);
            clock.moveTo(clock.offset().plus(Duration.ofMinutes(11)));
            api.book(aBooking(june, tenOClock()));

            press(page, "button[value=book]");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody just took");
            assertThat(page.getByRole(AriaRole.ALERT)).isFocused();
            look(visitor, "book-taken");
            page.locator("button[name=take]").first().click();
            assertThat(page.locator("main")).containsText("Ada Lovelace");
            press(page, "button[value=book]");

            assertThat(page.locator("h1")).hasText("You are booked");
        }
    }

    @Test
    void takesTheTimeThatIsProposedThenMovesAndCancels() {
        TherapistInTown june = town.settle(answeringRequests());
        Answer booked = api.book(aBooking(june, tenOClock()));
        api.post(
                "/api/appointments/" + booked.text("/id") + "/propose",
                "{\"start\": \"%s\"}".formatted(startAt(town.inTwoWeeks(), "14:00")),
                TestTokens.therapist("june", june.id()));
        try (Visitor visitor = Arrival.at(port).onPhone().speaking("es").come()) {
            Page page = visitor.page();
            visitor.open(booked.text("/manageUrl").substring("http://localhost:8080".length()) + "?lang=es");
            look(visitor, "manage-proposal");
            press(page, "form[action*=accept] button");
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Esta cita está confirmada.");
            press(page, "main .actions a[href*=move]");
            page.locator(".times a").last().click();
            press(page, "main form button");
            assertThat(page.locator("main .note")).containsText("Ha pedido cambiarla");
            press(page, "summary:has-text(\"Cancelar\")");
            press(page, "form[action*=cancel] button");

            assertThat(page.getByRole(AriaRole.STATUS)).hasText("Usted canceló esta cita.");
            visitor.hadNoTrouble();
        }
    }

    private String tenOClock() {
        return startAt(town.inTwoWeeks(), "10:00");
    }

    private String chosen(TherapistInTown therapist) {
        return "/book?therapist=%s&treatment=%s&start=%s"
                .formatted(therapist.id(), therapist.treatmentId(), tenOClock());
    }

    private void hold(Visitor visitor, TherapistInTown therapist) {
        visitor.open(chosen(therapist));
        press(visitor.page(), "main form button");
        assertThat(visitor.page().locator(".held")).isVisible();
    }

    private static void toReview(Page page) {
        type(page);
        press(page, "button[value=questions]");
        press(page, "button[value=later]");
    }

    private static void type(Page page) {
        page.locator("#name").fill("Ada Lovelace");
        page.locator("#email").fill(anAddress());
    }

    private static void answer(Page page) {
        page.locator("input[name=painLevel][value='6']").check();
        page.locator("input[name=pregnancy][value=no]").check();
        page.locator("input[name=pressure][value=medium]").check();
        page.locator("input[name=consent]").check();
    }

    private static String anAddress() {
        return "ada-" + UUID.randomUUID() + "@example.org";
    }

    private static void press(Page page, String what) {
        page.locator(what).first().click();
    }

    private static void enter(Page page, String what) {
        tabTo(page, what);
        page.keyboard().press("Enter");
        page.waitForLoadState();
    }

    private static void tabTo(Page page, String what) {
        Locator wanted = page.locator(what).first();
        wanted.waitFor();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((boolean) wanted.evaluate("each => each === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no tab leads to " + what);
    }

    private static void look(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        visitor.shoot(name);
        visitor.seesAllOfItsWidth();
        visitor.findsItAccessible();
    }
}
