package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.TherapistInTown.answeringRequests;
import static org.bodywork.bookings.TherapistInTown.bookedInstantly;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.StandInTherapists.Reply;
import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.bookings.browser.Visitor.Transfer;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Home, results, profile and guide as people with a browser meet them. */
@WholeService
@Needs(Need.BROWSER)
class FindPagesIT {

    private static final int MOST_BYTES = 60_000;
    private static final int MOST_REQUESTS = 6;

    private final int port;
    private final StandInTherapists directory = StandInTherapists.get();
    private final TherapistInTown june;
    private final TherapistInTown other;
    private final String practice;

    FindPagesIT(@LocalServerPort int port, @Autowired Town town) {
        this.port = port;
        this.june = town.settle(bookedInstantly());
        this.other = town.settle(answeringRequests());
        this.practice = town.nameAlone(june);
    }

    @BeforeEach
    void isThere() {
        directory.isThere(june, other);
    }

    @AfterEach
    void isAway() {
        directory.isAway();
    }

    private Map<String, String> pages() {
        return Map.of(
                "home", "/",
                "results", "/therapists?condition=back-pain&near=63143",
                "profile", "/therapists/" + june.slug() + "?condition=back-pain",
                "practice", "/practices/" + practice,
                "guide", "/guide",
                "guide-page", "/guide/conditions/back-pain",
                "nothing", "/there/is/nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, false, en",
        "DESKTOP, true, es",
        "PHONE, false, es",
        "PHONE, true, en",
        "NARROW, false, en",
        "NARROW, true, es"
    })
    void areForEverybody(Screen screen, boolean dark, String language) {
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            pages().forEach((name, path) -> {
                visitor.open(path);
                // Before the picture: that makes the screen as tall as the page, and everything moves.
                assertThat(visitor.layoutShift()).as("layout shift of " + name).isZero();
                visitor.shoot(name);

                assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
                visitor.seesAllOfItsWidth();
                visitor.findsItAccessible();
                if (!name.equals("nothing")) {
                    visitor.hadNoTrouble();
                }
            });
        }
    }

    @Test
    void areSmallAndAskForLittle() {
        for (String name : List.of("home", "results", "profile")) {
            try (Visitor visitor = Arrival.at(port).onPhone().come()) {
                visitor.open(pages().getOrDefault(name, ""));
                List<Transfer> transfers = visitor.transfers();

                assertThat(transfers.stream().mapToInt(Transfer::bytes).sum())
                        .as("%s: %s", name, transfers)
                        .isLessThan(MOST_BYTES);
                assertThat(transfers).as(name).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
            }
        }
    }

    @Test
    void leadFromWhatHurtsToATimeWithoutScripts() {
        try (Visitor visitor = Arrival.at(port).onPhone().withoutScripts().come()) {
            visitor.open("/");
            Page page = visitor.page();
            page.getByLabel("Where does it hurt?").selectOption("back-pain");
            page.getByLabel("Near").fill("63143 Maplewood");
            page.getByLabel("When").selectOption("this-week");
            press(page.locator("form button[type=submit]"));

            assertThat(page.url()).contains("condition=back-pain", "when=this-week");
            assertThat(page.getByLabel("Near").inputValue()).isEqualTo("63143");
            assertThat(directory.asked()).anyMatch(asked -> asked.contains("near=63143"));
            press(page.getByRole(AriaRole.LINK, named("Swedish, 9")));
            assertThat(page.url()).contains("modality=swedish");
            page.goBack();
            assertThat(page.url()).doesNotContain("modality");

            press(page.getByRole(AriaRole.LINK, named("See the profile and all times of June Abernathy"))
                    .first());
            assertThat(page.locator("h1").innerText()).contains("June Abernathy");
            assertThat(page.locator("#times .next a").first().getAttribute("href"))
                    .startsWith("/book?therapist=");
            press(page.getByRole(AriaRole.LINK, named("Later days")));
            assertThat(page.url()).contains("from=");
            assertThat(page.locator("#times .next a").count()).isPositive();
        }
    }

    @Test
    void pointToWhatHurtsByKeyboard() {
        try (Visitor visitor = Arrival.at(port).come()) {
            visitor.open("/");
            Locator back = visitor.page().locator(".body").getByRole(AriaRole.LINK, within("Back pain"));
            back.focus();
            visitor.page().keyboard().press("Enter");
            visitor.page().waitForURL("**/therapists?condition=back-pain*");

            assertThat(visitor.page().locator("h1").innerText()).isEqualTo("Therapists for back pain");
        }
    }

    @Test
    void showThemOnAMapOnceAsked() {
        try (Visitor visitor = Arrival.at(port).come()) {
            visitor.open(pages().getOrDefault("results", ""));
            visitor.page().locator(".map summary").click();
            visitor.page().locator(".pin").first().waitFor();
            visitor.shoot("results-map");

            assertThat(visitor.page().locator(".pin").count()).isEqualTo(2);
            assertThat(visitor.transfers()).allMatch(each -> each.url().startsWith("http://localhost:" + port));
            visitor.findsItAccessible();
            visitor.hadNoTrouble();
        }
    }

    @Test
    void sayWhatToLetGoOfWhereNobodyFits() {
        directory.answer("GET", "/api/therapists", asked -> {
            boolean woman = asked.query().containsKey("gender");
            return new Reply(200, StandInTherapists.found(woman ? List.of() : List.of(june)));
        });
        try (Visitor visitor = Arrival.at(port).onPhone().come()) {
            visitor.open("/therapists?gender=nonbinary&condition=back-pain");
            visitor.shoot("results-nobody");
            visitor.findsItAccessible();
            press(visitor.page().getByText("Without \"Nonbinary\": 1"));

            assertThat(visitor.page().locator(".result").count()).isEqualTo(1);
        }
    }

    @Test
    void goOnWhileTheDirectoryIsAway() {
        directory.isAway();
        try (Visitor visitor = Arrival.at(port).onPhone().come()) {
            visitor.open("/therapists?area=maplewood&maxPrice=100");
            visitor.shoot("results-away");
            visitor.findsItAccessible();
            assertThat(visitor.page().locator(".warn").innerText()).contains("cannot be reached", "the price");
            assertThat(visitor.page().locator(".result .next a").count()).isPositive();

            visitor.open("/therapists/" + june.slug());
            visitor.shoot("profile-away");
            visitor.findsItAccessible();
            assertThat(visitor.page().locator(".warn").innerText()).contains("Times can be booked");
            assertThat(visitor.page().locator("#times .next a").count()).isPositive();
        }
    }

    private static void press(Locator what) {
        what.click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
