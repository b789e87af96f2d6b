package org.bodywork.bookings.waitlist.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.appointment.domain.AnAppointment.MONDAY_AT_TEN;
import static org.bodywork.bookings.appointment.domain.AnAppointment.WEEK_BEFORE;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.SWEDISH;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.waitlist.domain.Turn.Reason;
import org.bodywork.bookings.waitlist.domain.Turn.Reason.Kind;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final Listing JUNE =
            aListing().workingDaily("08:00", "20:00").please();

    @Test
    void comesFirstWhosePlanIsOverdueTheLongest() {
        assertThat(inOrder(
                        turn("Ada", 30, new Care(2, 0)), turn("Grace", 0, new Care(5, 0)), turn("Mary", 90, Care.NONE)))
                .containsExactly("Grace", "Ada", "Mary");
    }

    @Test
    void comesBeforeThoseWhoWaitedLongerWhosePainRises() {
        assertThat(inOrder(
                        turn("Ada", 30, Care.NONE), turn("Grace", 0, new Care(0, 1)), turn("Mary", 2, new Care(0, 3))))
                .containsExactly("Mary", "Grace", "Ada");
    }

    @Test
    void goesByWholeDaysOfWaitingThenByFitThenByWhoCameFirst() {
        Turn sameDayAnybody = turn("Ada", Duration.ofHours(50), Care.NONE, false);
        Turn sameDayThisTherapist = turn("Grace", Duration.ofHours(49), Care.NONE, true);
        Turn sameDayLater = turn("Mary", Duration.ofDays(2), Care.NONE, false);
        Turn dayBefore = turn("Joan", Duration.ofDays(3), Care.NONE, false);

        assertThat(inOrder(sameDayLater, sameDayAnybody, sameDayThisTherapist, dayBefore))
                .containsExactly("Joan", "Grace", "Ada", "Mary");
    }

    @Test
    void saysWhyInTheOrderInWhichItCounts() {
        assertThat(turn("Ada", Duration.ofDays(12), new Care(6, 2), true).reasons())
                .containsExactly(
                        new Reason(Kind.PLAN_OVERDUE, 6),
                        new Reason(Kind.NEEDED_SOON, 1),
                        new Reason(Kind.WAITED, 12),
                        new Reason(Kind.ASKED_FOR_THIS_THERAPIST, 1));
    }

    @Test
    void isKeptForAQuarterOfAnHourAndForLessWhenTheTimeIsNear() {
        assertThat(OfferLength.before(Duration.ofDays(3))).contains(Duration.ofMinutes(15));
        assertThat(OfferLength.before(Duration.ofMinutes(40))).contains(Duration.ofMinutes(10));
        assertThat(OfferLength.before(Duration.ofMinutes(20))).contains(Duration.ofMinutes(5));
        assertThat(OfferLength.before(Duration.ofMinutes(19))).isEmpty();
    }

    @Test
    void isNotOfferedBetweenNineInTheEveningAndEight() {
        assertThat(quiet("2026-11-23T20:59")).isFalse();
        assertThat(quiet("2026-11-23T21:00")).isTrue();
        assertThat(quiet("2026-11-24T07:59")).isTrue();
        assertThat(quiet("2026-11-24T08:00")).isFalse();
        assertThat(QuietHours.endAfter(at("2026-11-23T22:30"), CHICAGO)).isEqualTo(at("2026-11-24T08:00"));
        assertThat(QuietHours.endAfter(at("2026-11-24T01:30"), CHICAGO)).isEqualTo(at("2026-11-24T08:00"));
    }

    private static boolean quiet(String local) {
        return QuietHours.areAt(at(local), CHICAGO);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    private static List<String> inOrder(Turn... turns) {
        return Stream.of(turns)
                .sorted(Turn.IN_ORDER)
                .map(turn -> turn.entry().client().name())
                .toList();
    }

    private static Turn turn(String name, int days, Care care) {
        return turn(name, Duration.ofDays(days), care, false);
    }

    private static Turn turn(String name, Duration waited, Care care, boolean forJune) {
        AnEntry entry = AnEntry.of(name, WEEK_BEFORE.minus(waited));
        if (forJune) {
            entry.with(JUNE.id());
        }
        return Turn.of(entry.please(), JUNE.treatment(SWEDISH), MONDAY_AT_TEN, care, WEEK_BEFORE);
    }
}
