package org.bodywork.bookings.series.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;
import static org.bodywork.bookings.series.application.SeriesDesk.JUNE;
import static org.bodywork.bookings.series.application.SeriesDesk.weekly;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.series.application.ChangeSeries.Which;
import org.bodywork.bookings.series.application.SeriesDesk.Desk;
import org.bodywork.bookings.series.application.SeriesDesk.Died;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.Series.Step;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Outcome;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.platform.testing.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Its process dies at each write in turn, just before it and just after; another instance goes on. */
class SeriesThatDiesTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-10-20");
    private static final ZonedDateTime NOW = TUESDAY.minusDays(5).atTime(9, 0).atZone(CHICAGO);

    /** The second date does not fit, so that there are alternatives too. */
    private static final SeriesWish WISH = weekly(TUESDAY, 3, "17:00");

    /** No run writes as often. */
    private static final int MOST_WRITES = 60;

    private SeriesDesk town = aTown();
    private int deaths;

    private static SeriesDesk aTown() {
        return new SeriesDesk(SettableClock.at(NOW.toInstant()))
                .with(aListing()
                        .of(JUNE)
                        .workingDaily("09:00", "19:00")
                        .closedOn(TUESDAY.plusWeeks(1))
                        .bookedInstantly()
                        .please());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesNothingHeldThatNobodyAsksForAgain(boolean after) {
        atEveryWrite(after, dying -> attempt(() -> hold(dying)), () -> {
            town.letPass(Series.HELD_FOR);
            dueWork();

            assertThat(open()).isEmpty();
            assertThat(town.kept.all()).allMatch(series -> series.step() == Step.EXPIRED);
        });
        assertThat(deaths).isGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnHoldingWhereTheSameIsAskedAgain(boolean after) {
        atEveryWrite(after, dying -> attempt(() -> hold(dying)), () -> {
            Series held = hold(town.desk());

            assertThat(held.step()).isEqualTo(Step.HELD);
            assertThat(held.dates())
                    .extracting(SeriesDate::outcome)
                    .containsExactly(Outcome.HELD, Outcome.ALTERNATIVES, Outcome.HELD);
            assertThat(open()).hasSize((int)
                    held.dates().stream().flatMap(SeriesDate::times).count());
            assertThat(open().stream().flatMap(hold -> hold.numbers().stream())).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void booksAllThatWasAskedForWhoeverGoesOn(boolean after) {
        atEveryWrite(
                after,
                dying -> {
                    Series held = hold(town.desk());
                    attempt(() -> town.booking(dying, held).block());
                },
                () -> {
                    town.letPass(Duration.ofMinutes(1));
                    dueWork();
                    Series found = town.kept.all().getFirst();
                    if (found.step() == Step.HELD) {
                        // It died before anything was asked of it, and is told so: nothing is booked.
                        assertThat(town.appointments.visits()).isEmpty();
                        return;
                    }
                    assertBooked(found);
                    // The client, who got no answer, asks again.
                    assertBooked(
                            town.booking(town.desk(), found).blockOptional().orElseThrow());
                });
        assertThat(deaths).isGreaterThanOrEqualTo(7);
    }

    private void assertBooked(Series booked) {
        assertThat(booked.step()).isEqualTo(Step.BOOKED);
        assertThat(booked.dates())
                .extracting(SeriesDate::outcome)
                .containsExactly(Outcome.BOOKED, Outcome.LEFT_OUT, Outcome.BOOKED);
        assertThat(town.appointments.visits()).hasSize(2).allMatch(visit -> visit.status() == Status.CONFIRMED);
        assertThat(booked.visits())
                .containsExactlyElementsOf(
                        town.appointments.visits().stream().map(Appointment::id).toList());
        assertThat(booked.booker()).isNull();
        assertThat(open()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysWhatItCouldNotBookWhenItCameBackTooLate(boolean after) {
        atEveryWrite(
                after,
                dying -> {
                    Series held = hold(town.desk());
                    attempt(() -> town.booking(dying, held).block());
                },
                () -> {
                    town.letPass(Duration.ofHours(1));
                    // Meanwhile somebody has taken whatever its holds do not keep any more.
                    Optional<Series> other = Optional.ofNullable(
                            SeriesDesk.holding(town.desk(), WISH, "other").block());
                    dueWork();

                    Series found = town.kept.all().getFirst();
                    assertThat(found.step()).isIn(Step.BOOKED, Step.EXPIRED);
                    assertThat(found.dates())
                            .filteredOn(date -> date.outcome() == Outcome.BOOKED)
                            .hasSameSizeAs(town.appointments.visits());
                    assertThat(found.dates())
                            .allMatch(date -> date.outcome() == Outcome.BOOKED
                                    || date.outcome() == Outcome.NOT_BOOKED
                                    || date.outcome() == Outcome.LEFT_OUT);
                    assertThat(open())
                            .allMatch(hold -> hold.heldFor() != null
                                    && hold.heldFor()
                                            .id()
                                            .equals(other.orElseThrow().id().toString()));
                });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsAllThatWasToEndWhoeverGoesOn(boolean after) {
        atEveryWrite(
                after,
                dying -> {
                    Series booked = booked();
                    attempt(() -> dying.change()
                            .cancel(town.secretOf(booked), new Which(TUESDAY, false))
                            .block());
                },
                () -> {
                    town.letPass(Duration.ofMinutes(1));
                    dueWork();

                    Series found = town.kept.all().getFirst();
                    assertThat(found.step()).isEqualTo(Step.BOOKED);
                    assertThat(town.appointments.visits())
                            .extracting(Appointment::status)
                            .containsOnly(found.change() == null ? Status.CONFIRMED : Status.CANCELLED_BY_CLIENT);
                });
        assertThat(deaths).isGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void movesAllThatWasToMoveWhoeverGoesOn(boolean after) {
        ZonedDateTime there = TUESDAY.plusDays(1).atTime(10, 0).atZone(CHICAGO);
        atEveryWrite(
                after,
                dying -> {
                    Series booked = booked();
                    attempt(() -> dying.change()
                            .move(town.secretOf(booked), new Which(TUESDAY, false), there.toInstant())
                            .block());
                },
                () -> {
                    town.letPass(Duration.ofMinutes(1));
                    dueWork();

                    Series found = town.kept.all().getFirst();
                    int days = found.change() == null ? 0 : 1;
                    assertThat(found.step()).isEqualTo(Step.BOOKED);
                    assertThat(town.appointments.visits())
                            .extracting(
                                    visit -> visit.state().visit().localStart().toLocalDate())
                            .containsExactly(TUESDAY.plusDays(days), TUESDAY.plusDays(14 + days));
                });
    }

    @Test
    void isDoneWithoutAnyWriteWhereNothingIsDue() {
        hold(town.desk());
        Desk dying = town.dyingAt(1, false);

        dying.end().look(town.kept.all().getFirst().id()).block();

        assertThat(town.hasDied()).isFalse();
    }

    /** Runs it in a fresh town with one who dies at the first write, then at the second, until it lives. */
    private void atEveryWrite(boolean after, Consumer<Desk> run, Runnable then) {
        deaths = 0;
        for (int write = 1; write < MOST_WRITES; write++) {
            town = aTown();
            run.accept(town.dyingAt(write, after));
            boolean died = town.hasDied();
            then.run();
            if (!died) {
                return;
            }
            deaths++;
        }
        throw new AssertionError("it never came to an end");
    }

    private static void attempt(Runnable run) {
        try {
            run.run();
        } catch (Died _) {
            // That is what it was for.
        }
    }

    private Series hold(Desk desk) {
        return SeriesDesk.holding(desk, WISH, "key").blockOptional().orElseThrow();
    }

    private Series booked() {
        return town.booking(town.desk(), hold(town.desk())).blockOptional().orElseThrow();
    }

    /** Of an instance that lives. */
    private void dueWork() {
        town.kept.all().forEach(series -> town.desk().end().look(series.id()).block());
        open().stream()
                .filter(hold -> !hold.expiresAt().isAfter(town.clock.instant()))
                .forEach(hold -> town.desk().holds().tidy(hold.id()).block());
    }

    private List<Hold> open() {
        return town.appointments.held().stream().filter(Hold::open).toList();
    }
}
