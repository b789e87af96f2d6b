package org.bodywork.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import org.bodywork.bookings.browser.Arrival;
import org.bodywork.bookings.browser.Arrival.Screen;
import org.bodywork.bookings.browser.Visitor;
import org.bodywork.platform.testing.needs.Need;
import org.bodywork.platform.testing.needs.Needs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What all pages of the site share, seen in a browser on the plainest of them. */
@WholeService
@Needs(Need.BROWSER)
class SiteGroundIT {

    private final int port;

    SiteGroundIT(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({
        "DESKTOP, false, en",
        "DESKTOP, true, es",
        "PHONE, false, es",
        "PHONE, true, en",
        "NARROW, false, es",
        "NARROW, true, en"
    })
    void isForEverybody(Screen screen, boolean dark, String language) {
        Arrival arrival = Arrival.at(port).on(screen).speaking(language);
        try (Visitor visitor = (dark ? arrival.inTheDark() : arrival).come()) {
            visitor.open("/my-visits");
            assertThat(visitor.layoutShift()).isZero();
            visitor.shoot("my-visits");

            assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
            visitor.seesAllOfItsWidth();
            visitor.findsItAccessible();
            visitor.hadNoTrouble();
        }
    }
}
