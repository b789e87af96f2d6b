package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AreaTest {

    private static final Point MAPLEWOOD = new Point(38.6126, -90.3246);
    private static final Point LAKEWOOD = new Point(39.7047, -105.0814);

    @Test
    void greaterStLouisCoversMaplewoodAndNotTheOtherWayRound() {
        assertThat(Area.ST_LOUIS.covered()).containsExactlyInAnyOrder(Area.ST_LOUIS, Area.MAPLEWOOD);
        assertThat(Area.MAPLEWOOD.covered()).containsExactly(Area.MAPLEWOOD);
    }

    @Test
    void refusesAPlaceOfAnotherArea() {
        Location.requireInside(Area.ST_LOUIS, MAPLEWOOD);

        assertThatThrownBy(() -> Location.requireInside(Area.ST_LOUIS, LAKEWOOD))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("outside");
    }

    @Test
    void refusesAnotherAreasClock() {
        assertThatThrownBy(() -> Location.requireZoneOf(Area.LAKEWOOD, ZoneId.of("America/Chicago")))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("America/Denver");
    }

    @Test
    void measuresMilesAlongTheGlobe() {
        assertThat(MAPLEWOOD.milesTo(LAKEWOOD)).isBetween(790.0, 810.0);
        assertThat(MAPLEWOOD.milesTo(MAPLEWOOD)).isZero();
    }
}
