package org.bodywork.bookings.numbers.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.numbers.domain.ACountedVisit.aVisit;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.bodywork.bookings.appointment.domain.Actor.Kind;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.junit.jupiter.api.Test;

class NumbersTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final TherapistId JUNE = new TherapistId(UUID.randomUUID());
    private static final TherapistId MAY = new TherapistId(UUID.randomUUID());

    /** Works 40 hours in the seven days. */
    private static final AppointmentId REMINDED = AppointmentId.of("0190aa00-0000-7000-8000-000000000001");

    private static final AppointmentId REMINDED_TWICE = AppointmentId.of("0190aa00-0000-7000-8000-000000000002");
    private static final Map<AppointmentId, Reminded> REMINDERS =
            Map.of(REMINDED, new Reminded(1, 0), REMINDED_TWICE, new Reminded(2, 1));

    private static final Listing LISTING_OF_JUNE = aListing()
            .of(JUNE)
            .workingDaily("09:00", "17:00")
            .closedOn(MONDAY.plusDays(5))
            .closedOn(MONDAY.plusDays(6))
            .please();

    @Test
    void comparesWhatIsBookedWithTheHoursOffered() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T10:00").booked(),
                aVisit(JUNE, "2026-11-30T12:00").booked().completed(),
                aVisit(JUNE, "2026-12-01T10:00").booked().withNobodyComing(),
                aVisit(JUNE, "2026-12-01T12:00").booked().cancelledByClient(),
                aVisit(JUNE, "2026-12-02T10:00").requested());

        assertThat(week.offered()).isEqualTo(Duration.ofHours(40));
        assertThat(week.booked()).isEqualTo(Duration.ofHours(3));
        assertThat(week.bookedShare()).hasValue(8);
    }

    @Test
    void countsRemindersInTheWeekOfTheVisitTheyAreAbout() {
        List<WeekNumbers> weeks = numbers(
                        aVisit(JUNE, "2026-11-30T10:00").known(REMINDED_TWICE).booked(),
                        aVisit(JUNE, "2026-12-01T10:00")
                                .known(REMINDED)
                                .booked()
                                .cancelledByClient(),
                        aVisit(JUNE, "2026-12-02T10:00").booked(),
                        aVisit(JUNE, "2026-12-08T10:00").booked())
                .byWeek(MONDAY, 2);

        assertThat(weeks).extracting(WeekNumbers::reminders).containsExactly(3, 0);
        assertThat(weeks).extracting(WeekNumbers::remindersFailed).containsExactly(1, 0);
        assertThat(weeks.getFirst().remindersShare()).hasValue(67);
        assertThat(WeekNumbers.together(weeks).remindersShare()).hasValue(67);
    }

    @Test
    void hasNoShareOfNothing() {
        WeekNumbers week = week();

        assertThat(week.answeredShare()).isEmpty();
        assertThat(week.noShowShare()).isEmpty();
        assertThat(week.filledShare()).isEmpty();
        assertThat(week.bookedAgainShare()).isEmpty();
        assertThat(week.remindersShare()).isEmpty();
        assertThat(week.bookedShare()).hasValue(0);
    }

    @Test
    void countsEachWeekByTheLocalDateOfTheVisit() {
        List<WeekNumbers> weeks = numbers(
                        aVisit(JUNE, "2026-11-29T23:30").booked().completed(),
                        aVisit(JUNE, "2026-11-30T00:00").booked().completed(),
                        aVisit(JUNE, "2026-12-06T23:00").booked().completed(),
                        aVisit(JUNE, "2026-12-07T00:00").booked().completed())
                .byWeek(MONDAY.minusWeeks(1), 3);

        assertThat(weeks).extracting(WeekNumbers::kept).containsExactly(1, 2, 1);
        assertThat(weeks)
                .extracting(WeekNumbers::monday)
                .containsExactly(MONDAY.minusWeeks(1), MONDAY, MONDAY.plusWeeks(1));
        assertThat(WeekNumbers.together(weeks).kept()).isEqualTo(4);
    }

    @Test
    void tellsRequestsThatWereAnsweredFromThoseThatExpired() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00").requested().accepted().completed(),
                aVisit(JUNE, "2026-11-30T10:00").requested().step(Kind.STAFF, Action.DECLINED, Status.DECLINED),
                aVisit(JUNE, "2026-11-30T11:00")
                        .requested()
                        .step(Kind.SYSTEM, Action.REMINDED, Status.REQUESTED)
                        .step(Kind.STAFF, Action.PROPOSED, Status.PROPOSED)
                        .step(Kind.SYSTEM, Action.EXPIRED, Status.EXPIRED),
                aVisit(JUNE, "2026-11-30T12:00").requested().step(Kind.SYSTEM, Action.EXPIRED, Status.EXPIRED),
                aVisit(JUNE, "2026-11-30T13:00").requested(),
                aVisit(JUNE, "2026-11-30T14:00").requested().cancelledByClient(),
                aVisit(JUNE, "2026-11-30T15:00").booked());

        assertThat(week.answered()).isEqualTo(3);
        assertThat(week.missed()).isEqualTo(1);
        assertThat(week.answeredShare()).hasValue(75);
        assertThat(week.cancelledByClient()).as("a request taken back").isZero();
    }

    @Test
    void countsWishesToMoveAsRequestsToo() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00")
                        .requested()
                        .accepted()
                        .step(Kind.CLIENT, Action.MOVE_ASKED, Status.CONFIRMED)
                        .step(Kind.STAFF, Action.MOVED, Status.CONFIRMED)
                        .step(Kind.CLIENT, Action.MOVE_ASKED, Status.CONFIRMED)
                        .step(Kind.SYSTEM, Action.MOVE_REFUSED, Status.CONFIRMED),
                aVisit(JUNE, "2026-11-30T10:00")
                        .booked()
                        .step(Kind.STAFF, Action.MOVE_ASKED, Status.CONFIRMED)
                        .step(Kind.SYSTEM, Action.MOVE_REFUSED, Status.CONFIRMED));

        assertThat(week.answered()).isEqualTo(2);
        assertThat(week.missed()).isEqualTo(1);
    }

    @Test
    void measuresNoShowsByThoseWhoShouldHaveCome() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00").booked().completed(),
                aVisit(JUNE, "2026-11-30T10:00").booked().completed(),
                aVisit(JUNE, "2026-11-30T11:00").booked().completed(),
                aVisit(JUNE, "2026-11-30T12:00").booked().withNobodyComing(),
                aVisit(JUNE, "2026-11-30T13:00").booked());

        assertThat(week.noShows()).isEqualTo(1);
        assertThat(week.noShowShare()).hasValue(25);
    }

    @Test
    void findsHowMuchOfFreedTimeWasFilled() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00").booked().cancelledByClient(),
                aVisit(JUNE, "2026-11-30T09:30").booked().completed(),
                aVisit(JUNE, "2026-11-30T14:00").booked().cancelledByTherapist(),
                aVisit(MAY, "2026-11-30T14:00").booked().completed(),
                aVisit(JUNE, "2026-11-30T15:00").booked().completed());

        assertThat(week.cancelledByClient()).isEqualTo(1);
        assertThat(week.cancelledByTherapist()).isEqualTo(1);
        assertThat(week.freed()).isEqualTo(Duration.ofHours(2));
        assertThat(week.filled()).isEqualTo(Duration.ofMinutes(30));
        assertThat(week.filledShare()).hasValue(25);
    }

    @Test
    void freesOnlyWhatWasLeftOfACancelledVisit() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00").booked().lateCancelledByClient(at("2026-11-30T09:45")),
                aVisit(JUNE, "2026-11-30T11:00").booked().lateCancelledByClient(at("2026-11-30T12:30")));

        assertThat(week.freed()).isEqualTo(Duration.ofMinutes(15));
        assertThat(week.late()).isEqualTo(2);
    }

    @Test
    void freesTimeOnceThatWasGivenBackTwice() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00").booked().cancelledByClient(),
                aVisit(JUNE, "2026-11-30T09:00").booked().cancelledByClient(),
                aVisit(JUNE, "2026-11-30T09:00").booked().completed());

        assertThat(week.freed()).isEqualTo(Duration.ofHours(1));
        assertThat(week.filledShare()).hasValue(100);
    }

    @Test
    void countsWhoComesAgainWithinEightWeeks() {
        WeekNumbers week = week(
                aVisit(JUNE, "2026-11-30T09:00").by("ada").booked().completed(),
                aVisit(JUNE, "2027-01-25T09:00").by("ada").booked(),
                aVisit(JUNE, "2026-11-30T10:00").by("grace").booked().completed(),
                aVisit(JUNE, "2027-01-26T09:00").by("grace").booked(),
                aVisit(JUNE, "2026-11-30T11:00").by("mary").booked().completed(),
                aVisit(JUNE, "2026-12-14T11:00").by("mary").booked().cancelledByClient(),
                aVisit(JUNE, "2026-11-30T12:00").by(null).booked().completed(),
                aVisit(JUNE, "2026-12-14T12:00").by(null).booked());

        assertThat(week.bookedAgain()).isEqualTo(1);
        assertThat(week.bookedAgainShare()).isEqualTo(OptionalInt.of(25));
    }

    @Test
    void countsNothingOfWhoeverIsNotAsked() {
        WeekNumbers week = week(
                aVisit(MAY, "2026-11-30T09:00").requested().accepted().completed(),
                aVisit(MAY, "2026-11-30T10:00").booked().withNobodyComing(),
                aVisit(MAY, "2026-11-30T11:00").booked().cancelledByTherapist());

        assertThat(week).isEqualTo(week());
    }

    private static WeekNumbers week(ACountedVisit... visits) {
        return numbers(visits).byWeek(MONDAY, 1).getFirst();
    }

    private static Numbers numbers(ACountedVisit... visits) {
        return new Numbers(
                List.of(LISTING_OF_JUNE),
                Arrays.stream(visits).map(ACountedVisit::please).toList(),
                REMINDERS);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }
}
