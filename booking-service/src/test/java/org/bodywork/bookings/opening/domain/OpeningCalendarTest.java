package org.bodywork.bookings.opening.domain;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.CLINIC;
import static org.bodywork.bookings.opening.domain.AListing.STUDIO;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpeningCalendarTest {

    private static final ZonedDateTime TOMORROW_AT_TEN = ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, CHICAGO);

    private static final LocalDate MONDAY_30_NOV = LocalDate.of(2026, 11, 30);
    private static final Instant WEEK_BEFORE = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void countsTheGridFromTheBeginningOfEachRange() {
        Listing listing = aListing()
                .working(MONDAY, "09:05", "11:10")
                .working(MONDAY, "13:20", "14:30")
                .please();

        assertThat(timesOn(listing, MONDAY_30_NOV)).containsExactly("09:05", "09:35", "10:05", "13:20");
    }

    @Test
    void fitsTheVisitIntoTheRangeAndLetsItsBufferOverhangClosing() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "10:00")
                .withTreatmentOf(Duration.ofMinutes(60), Duration.ofMinutes(30))
                .please();

        assertThat(timesOn(listing, MONDAY_30_NOV)).containsExactly("09:00");
    }

    @Test
    void offersNothingInARangeShorterThanTheVisit() {
        Listing listing = aListing().working(MONDAY, "09:00", "09:55").please();

        assertThat(timesOn(listing, MONDAY_30_NOV)).isEmpty();
    }

    @Test
    void listsDaysWithoutStartsEmpty() {
        Listing listing = aListing().working(MONDAY, "09:00", "10:00").please();

        OpenDays days = calendar(listing, WEEK_BEFORE)
                .openDays(treatment(listing), MONDAY_30_NOV, MONDAY_30_NOV.plusDays(2), BusyTimes.none());

        assertThat(days.days())
                .extracting(OpenDay::date, day -> day.starts().size())
                .containsExactly(
                        tuple(MONDAY_30_NOV, 1),
                        tuple(MONDAY_30_NOV.plusDays(1), 0),
                        tuple(MONDAY_30_NOV.plusDays(2), 0));
    }

    @Test
    void keepsTheBufferOfANeighbourFree() {
        Listing listing = aListing().working(MONDAY, "09:00", "12:00").please();
        BusyTimes busy = therapistBusy(listing, "2026-11-30T15:30:00Z", "2026-11-30T16:45:00Z");

        assertThat(timesOn(listing, MONDAY_30_NOV, busy)).containsExactly("11:00");
    }

    @Test
    void leavesNoStartWhoseOwnBufferRunsIntoANeighbour() {
        Listing listing = aListing().working(MONDAY, "09:00", "12:00").please();
        BusyTimes busy = therapistBusy(listing, "2026-11-30T16:10:00Z", "2026-11-30T18:00:00Z");

        assertThat(timesOn(listing, MONDAY_30_NOV, busy)).isEmpty();
    }

    /** A neighbour from ten to eleven with fifteen minutes after it, and treatments with other buffers beside it. */
    @Test
    void buffersOfNeighboursNeitherAddUpNorCollide() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "12:00")
                .onAGridOf(Duration.ofMinutes(5))
                .please();
        BusyTimes busy = therapistBusy(listing, "2026-11-30T16:00:00Z", "2026-11-30T17:15:00Z");

        assertThat(startsBeside(listing, busy, Duration.ZERO))
                .startsWith("09:00")
                .contains("09:30", "11:15")
                .doesNotContain("09:35", "11:10")
                .endsWith("11:30");
        assertThat(startsBeside(listing, busy, Duration.ofMinutes(20)))
                .startsWith("09:00")
                .contains("09:10", "11:15")
                .doesNotContain("09:15", "11:10")
                .endsWith("11:30");
    }

    private static List<String> startsBeside(Listing listing, BusyTimes busy, Duration buffer) {
        Treatment brief = treatment(
                aListing().withTreatmentOf(Duration.ofMinutes(30), buffer).please());
        return calendar(listing, WEEK_BEFORE)
                .openDays(brief, MONDAY_30_NOV, MONDAY_30_NOV, busy)
                .days()
                .getFirst()
                .starts()
                .stream()
                .map(start -> start.toLocalTime().toString())
                .toList();
    }

    @Test
    void aVisitOverMidnightEndsOnTheNextDate() {
        Listing listing = aListing().working(MONDAY, "09:00", "12:00").please();
        ZonedDateTime late = MONDAY_30_NOV.atTime(23, 30).atZone(CHICAGO);

        Slot slot = calendar(listing, WEEK_BEFORE)
                .bookableSlot(treatment(listing), late.toInstant(), Asking.staff(Set.of(Waiver.HOURS)))
                .orElseThrow();

        assertThat(slot.end())
                .isEqualTo(
                        MONDAY_30_NOV.plusDays(1).atTime(0, 30).atZone(CHICAGO).toInstant());
        assertThat(slot.work().until()).isEqualTo(slot.end().plus(Duration.ofMinutes(15)));
    }

    @Test
    void staysOpenWhileOneRoomIsFree() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "10:00")
                .needingARoom("Elm", "Oak")
                .please();
        BusyTimes oneTaken = roomsBusy(listing, "Elm");
        BusyTimes bothTaken = roomsBusy(listing, "Elm", "Oak");

        assertThat(timesOn(listing, MONDAY_30_NOV, oneTaken)).containsExactly("09:00");
        assertThat(timesOn(listing, MONDAY_30_NOV, bothTaken)).isEmpty();
    }

    @Test
    void staysOpenOnlyWhileARoomThatFitsIsFree() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "10:00")
                .needingARoom("Elm", "Oak")
                .fittingInto("Oak")
                .please();

        assertThat(timesOn(listing, MONDAY_30_NOV, roomsBusy(listing, "Elm"))).containsExactly("09:00");
        assertThat(timesOn(listing, MONDAY_30_NOV, roomsBusy(listing, "Oak"))).isEmpty();
    }

    @Test
    void offersNoTreatmentWhereNoRoomFitsIt() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "10:00")
                .needingARoom("Elm")
                .fittingInto("Oak")
                .please();
        Instant nine = MONDAY_30_NOV.atTime(9, 0).atZone(CHICAGO).toInstant();

        assertThat(timesOn(listing, MONDAY_30_NOV)).isEmpty();
        assertThat(calendar(listing, WEEK_BEFORE).bookableSlot(treatment(listing), nine, Asking.ANYBODY))
                .isEmpty();
    }

    @Test
    void closesATreatmentThatNeedsARoomWhereThereIsNone() {
        Listing listing =
                aListing().working(MONDAY, "09:00", "10:00").needingARoom().please();

        assertThat(timesOn(listing, MONDAY_30_NOV)).isEmpty();
    }

    @Test
    void treatsTheTimeOfAnExpiredRequestAsFree() {
        Listing listing = aListing().working(MONDAY, "09:00", "10:00").please();
        Set<String> keys = therapistKeys(listing, "2026-11-30T15:00:00Z", "2026-11-30T16:00:00Z");
        BusyTimes busy = BusyTimes.of(List.of(new Claim(keys, WEEK_BEFORE)), WEEK_BEFORE);

        assertThat(timesOn(listing, MONDAY_30_NOV, busy)).containsExactly("09:00");
    }

    @Test
    void skipsTheHourThatTheClocksSkip() {
        LocalDate change = LocalDate.of(2027, 3, 14);
        Listing listing =
                aListing().working(SUNDAY, "01:00", "04:00").withHorizonOf(200).please();

        assertThat(timesOn(listing, change)).containsExactly("01:00", "01:30", "03:00");
    }

    @Test
    void beginsAtTheChangeWhenTheHoursBeginInTheSkippedHour() {
        LocalDate change = LocalDate.of(2027, 3, 14);
        Listing listing =
                aListing().working(SUNDAY, "02:30", "05:00").withHorizonOf(200).please();

        assertThat(timesOn(listing, change)).containsExactly("03:00", "03:30", "04:00");
    }

    @Test
    void offersBothPassesOfTheHourThatTheClocksRepeat() {
        Instant october = Instant.parse("2026-10-20T12:00:00Z");
        Listing listing = aListing()
                .working(SUNDAY, "00:30", "02:30")
                .onAGridOf(Duration.ofMinutes(60))
                .please();

        OpenDay day = calendar(listing, october)
                .openDays(treatment(listing), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1), BusyTimes.none())
                .days()
                .getFirst();

        assertThat(day.starts())
                .extracting(ZonedDateTime::toOffsetDateTime)
                .extracting(Object::toString)
                .containsExactly("2026-11-01T00:30-05:00", "2026-11-01T01:30-05:00", "2026-11-01T01:30-06:00");
    }

    @Test
    void aVersionChangesNothingBeforeItsDate() {
        LocalDate nextWeek = MONDAY_30_NOV.plusWeeks(1);
        Listing listing = aListing()
                .working(MONDAY, "09:00", "10:00")
                .workingFrom(nextWeek, MONDAY, "14:00", "15:00")
                .please();

        assertThat(timesOn(listing, MONDAY_30_NOV)).containsExactly("09:00");
        assertThat(timesOn(listing, nextWeek)).containsExactly("14:00");
        assertThat(timesOn(listing, nextWeek.plusWeeks(1))).containsExactly("14:00");
    }

    @Test
    void anOverrideIsOfferedAtItsOwnPlace() {
        Listing listing = aListing()
                .workingDaily("09:00", "10:00")
                .onlyOn(MONDAY_30_NOV, CLINIC, "14:00", "15:00")
                .closedOn(MONDAY_30_NOV.plusDays(1))
                .please();

        OpenDays days = calendar(listing, WEEK_BEFORE)
                .openDays(treatment(listing), MONDAY_30_NOV, MONDAY_30_NOV.plusDays(2), BusyTimes.none());

        assertThat(days.days())
                .extracting(OpenDay::location, day -> day.starts().size())
                .containsExactly(tuple(CLINIC, 1), tuple(null, 0), tuple(STUDIO, 1));
        assertThat(calendar(listing, WEEK_BEFORE)
                        .bookableSlot(treatment(listing), Instant.parse("2026-11-30T20:00:00Z"), Asking.ANYBODY))
                .hasValueSatisfying(slot -> assertThat(slot.workplace().id()).isEqualTo(CLINIC));
    }

    @Test
    void holidaysAreClosedUnlessAnOverrideOpensThem() {
        LocalDate thanksgiving = LocalDate.of(2026, 11, 26);
        LocalDate dayAfter = thanksgiving.plusDays(1);
        AListing daily = aListing().workingDaily("09:00", "10:00").keeping(new Holidays(true, Set.of(dayAfter)));

        assertThat(timesOn(daily.please(), thanksgiving)).isEmpty();
        assertThat(timesOn(daily.please(), dayAfter)).isEmpty();
        assertThat(timesOn(daily.please(), dayAfter.plusDays(1))).containsExactly("09:00");
        assertThat(timesOn(daily.onlyOn(thanksgiving, STUDIO, "11:00", "12:00").please(), thanksgiving))
                .containsExactly("11:00");
    }

    @Test
    void timeOffRemovesStartsAndMovesNone() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "13:00")
                .away("2026-11-30T10:15", "2026-11-30T10:40")
                .please();

        assertThat(timesOn(listing, MONDAY_30_NOV)).containsExactly("09:00", "11:00", "11:30", "12:00");
    }

    @Test
    void whatIsShownAsAwayCannotBeBooked() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "13:00")
                .away("2026-11-30T10:15", "2026-11-30T10:40")
                .please();
        Instant ten = Instant.parse("2026-11-30T16:00:00Z");

        assertThat(calendar(listing, WEEK_BEFORE).bookableSlot(treatment(listing), ten, Asking.ANYBODY))
                .isEmpty();
        assertThat(calendar(listing, WEEK_BEFORE)
                        .bookableSlot(treatment(listing), ten.plusSeconds(3600), Asking.ANYBODY))
                .isPresent();
    }

    @Test
    void timeOffThatBeginsInTheSkippedHourBeginsWhenClocksAreChanged() {
        LocalDate change = LocalDate.of(2027, 3, 14);
        Listing listing = aListing()
                .working(SUNDAY, "00:00", "06:00")
                .withHorizonOf(200)
                .away("2027-03-14T02:30", "2027-03-14T04:00")
                .please();

        assertThat(timesOn(listing, change)).containsExactly("00:00", "00:30", "01:00", "04:00", "04:30", "05:00");
    }

    @Test
    void timeOffOverTheRepeatedHourCoversBothOfItsPasses() {
        Listing listing = aListing()
                .working(SUNDAY, "00:00", "05:00")
                .away("2026-11-01T01:00", "2026-11-01T02:00")
                .please();
        LocalDate change = LocalDate.of(2026, 11, 1);

        List<String> times = calendar(listing, Instant.parse("2026-10-20T12:00:00Z"))
                .openDays(treatment(listing), change, change, BusyTimes.none())
                .starts()
                .map(start -> start.toOffsetDateTime().toString())
                .toList();

        assertThat(times)
                .containsExactly(
                        "2026-11-01T00:00-05:00",
                        "2026-11-01T02:00-06:00",
                        "2026-11-01T02:30-06:00",
                        "2026-11-01T03:00-06:00",
                        "2026-11-01T03:30-06:00",
                        "2026-11-01T04:00-06:00");
    }

    @Test
    void theLastDayOfTheHorizonIsNotAnHourOff() {
        LocalDate last = LocalDate.of(2026, 11, 30);
        Listing listing = aListing()
                .workingDaily("09:00", "10:00")
                .withHorizonOf(7)
                .workingFrom(last, MONDAY, "23:00", "23:55")
                .workingFrom(last, DayOfWeek.TUESDAY, "09:00", "10:00")
                .withTreatmentOf(Duration.ofMinutes(55), Duration.ofMinutes(15))
                .please();

        assertThat(timesOn(listing, last.minusDays(1))).containsExactly("09:00");
        assertThat(timesOn(listing, last)).containsExactly("23:00");
        assertThat(timesOn(listing, last.plusDays(1))).isEmpty();
    }

    @Test
    void acceptsExactlyTheStartsItShows() {
        Listing listing = aListing().working(MONDAY, "09:00", "11:00").please();
        OpeningCalendar calendar = calendar(listing, WEEK_BEFORE);
        Instant nine = Instant.parse("2026-11-30T15:00:00Z");

        assertThat(calendar.bookableSlot(treatment(listing), nine, Asking.ANYBODY))
                .isPresent();
        assertThat(calendar.bookableSlot(treatment(listing), nine.plusSeconds(300), Asking.ANYBODY))
                .isEmpty();
        assertThat(calendar.bookableSlot(treatment(listing), nine.plusNanos(1), Asking.ANYBODY))
                .isEmpty();
    }

    @Test
    void isValidUntilTheNoticeOfTheFirstStartRunsOut() {
        Listing listing = aListing().working(MONDAY, "09:00", "10:00").please();
        Instant sameDayAtSix = Instant.parse("2026-11-30T12:00:00Z");

        OpenDays days = calendar(listing, sameDayAtSix)
                .openDays(treatment(listing), MONDAY_30_NOV, MONDAY_30_NOV, BusyTimes.none());

        assertThat(days.validUntil()).isEqualTo("2026-11-30T13:00:00Z");
    }

    @Test
    void isValidUntilTheHorizonMovesAtLocalMidnight() {
        Listing listing = aListing().please();

        OpenDays days = calendar(listing, WEEK_BEFORE)
                .openDays(treatment(listing), MONDAY_30_NOV, MONDAY_30_NOV, BusyTimes.none());

        assertThat(days.validUntil()).isEqualTo("2026-11-24T06:00:00Z");
    }

    @Test
    void isValidUntilAClaimEndsByItself() {
        Listing listing = aListing().working(MONDAY, "09:00", "10:00").please();
        Instant expiry = WEEK_BEFORE.plusSeconds(600);
        Set<String> keys = therapistKeys(listing, "2026-11-30T15:00:00Z", "2026-11-30T16:00:00Z");

        OpenDays days = calendar(listing, WEEK_BEFORE)
                .openDays(
                        treatment(listing),
                        MONDAY_30_NOV,
                        MONDAY_30_NOV,
                        BusyTimes.of(List.of(new Claim(keys, expiry)), WEEK_BEFORE));

        assertThat(days.validUntil()).isEqualTo(expiry);
    }

    private static List<String> timesOn(Listing listing, LocalDate date) {
        return timesOn(listing, date, BusyTimes.none());
    }

    private static List<String> timesOn(Listing listing, LocalDate date, BusyTimes busy) {
        return calendar(listing, WEEK_BEFORE)
                .openDays(treatment(listing), date, date, busy)
                .starts()
                .map(ZonedDateTime::toLocalTime)
                .map(LocalTime::toString)
                .toList();
    }

    private static OpeningCalendar calendar(Listing listing, Instant now) {
        return new OpeningCalendar(listing, now);
    }

    private static Treatment treatment(Listing listing) {
        return listing.treatments().getFirst();
    }

    private static BusyTimes therapistBusy(Listing listing, String from, String until) {
        return BusyTimes.of(List.of(new Claim(therapistKeys(listing, from, until), null)), WEEK_BEFORE);
    }

    private static Set<String> therapistKeys(Listing listing, String from, String until) {
        TimeSpan span = new TimeSpan(Instant.parse(from), Instant.parse(until));
        return Set.copyOf(Resource.therapist(listing.id()).keysDuring(span));
    }

    private static BusyTimes roomsBusy(Listing listing, String... names) {
        ZonedDateTime nine = MONDAY_30_NOV.atTime(9, 0).atZone(CHICAGO);
        TimeSpan morning = new TimeSpan(nine.toInstant(), nine.plusHours(3).toInstant());
        List<Claim> claims = Arrays.stream(names)
                .map(name -> new Room(listing.workplaces().getFirst().id(), name))
                .map(room -> new Claim(Set.copyOf(Resource.room(room).keysDuring(morning)), null))
                .toList();
        return BusyTimes.of(claims, WEEK_BEFORE);
    }

    @Test
    void bindsStaffNeitherToNoticeNorToTheHorizonButToTheHours() {
        OpeningCalendar calendar = new OpeningCalendar(
                aListing()
                        .workingDaily("08:00", "20:00")
                        .withNotice(Duration.ofDays(2))
                        .withHorizonOf(7)
                        .please(),
                TOMORROW_AT_TEN.minusDays(1).toInstant());
        Treatment treatment = aListing().please().treatments().getFirst();

        for (ZonedDateTime start : List.of(TOMORROW_AT_TEN, TOMORROW_AT_TEN.plusDays(60))) {
            assertThat(calendar.bookableSlot(treatment, start.toInstant(), Asking.KNOWN_CLIENT))
                    .isEmpty();
            assertThat(calendar.bookableSlot(treatment, start.toInstant(), Asking.staffMoving(List.of())))
                    .isPresent();
        }
        assertThat(calendar.bookableSlot(
                        treatment, TOMORROW_AT_TEN.withHour(21).toInstant(), Asking.staffMoving(List.of())))
                .isEmpty();
    }

    @Test
    void givesReturningClientsTheirTreatmentByTheirLink() {
        Listing listing = aListing()
                .workingDaily("08:00", "20:00")
                .forClients(ForClients.RETURNING)
                .please();
        OpeningCalendar calendar =
                new OpeningCalendar(listing, TOMORROW_AT_TEN.minusDays(1).toInstant());
        Treatment treatment = listing.treatments().getFirst();

        assertThat(calendar.bookableSlot(treatment, TOMORROW_AT_TEN.toInstant(), Asking.ANYBODY))
                .isEmpty();
        assertThat(calendar.bookableSlot(treatment, TOMORROW_AT_TEN.toInstant(), Asking.KNOWN_CLIENT))
                .isPresent();
    }

    @Test
    void givesATreatmentForNewClientsToNobodyProvenToHaveBeenThere() {
        Listing listing = aListing()
                .working(MONDAY, "09:00", "12:00")
                .forClients(ForClients.NEW)
                .please();
        OpeningCalendar calendar = calendar(listing, WEEK_BEFORE);
        Instant nine = MONDAY_30_NOV.atTime(9, 0).atZone(CHICAGO).toInstant();

        assertThat(calendar.bookableSlot(treatment(listing), nine, Asking.ANYBODY))
                .isPresent();
        assertThat(calendar.bookableSlot(treatment(listing), nine, Asking.KNOWN_CLIENT))
                .isPresent();
        assertThat(calendar.bookableSlot(treatment(listing), nine, Asking.RETURNING_CLIENT))
                .isEmpty();
        assertThat(calendar.hindrances(treatment(listing), nine, BusyTimes.none()))
                .isEmpty();
    }

    @Test
    void showsEverybodyWhenReturningClientsCanCome() {
        Listing listing = aListing()
                .workingDaily("08:00", "20:00")
                .forClients(ForClients.RETURNING)
                .please();
        OpeningCalendar calendar =
                new OpeningCalendar(listing, TOMORROW_AT_TEN.minusDays(1).toInstant());
        LocalDate date = TOMORROW_AT_TEN.toLocalDate();

        OpenDays days = calendar.openDays(listing.treatments().getFirst(), date, date, BusyTimes.none());

        assertThat(days.starts().map(ZonedDateTime::toInstant)).contains(TOMORROW_AT_TEN.toInstant());
    }

    @Test
    void explainsWhatKeepsAStartFromBeingAnOpening() {
        Listing listing = aListing()
                .working(DayOfWeek.WEDNESDAY, "09:00", "12:00")
                .withLicenceUntil(LocalDate.of(2026, 11, 24))
                .please();
        OpeningCalendar calendar =
                calendar(listing, TOMORROW_AT_TEN.minusMinutes(5).toInstant());

        assertThat(hindrances(calendar, listing, TOMORROW_AT_TEN)).containsExactly(Hindrance.NOTICE, Hindrance.LICENCE);
        assertThat(hindrances(calendar, listing, TOMORROW_AT_TEN.plusMinutes(5)))
                .startsWith(Hindrance.OFF_GRID);
        assertThat(hindrances(calendar, listing, TOMORROW_AT_TEN.withHour(11).withMinute(30)))
                .startsWith(Hindrance.OUTSIDE_HOURS);
        assertThat(hindrances(calendar, listing, TOMORROW_AT_TEN.plusDays(1))).startsWith(Hindrance.NO_HOURS);
    }

    @Test
    void letsStaffSetAsideTheGridAndTheHoursButNotTimeOff() {
        Listing listing = aListing()
                .workingDaily("09:00", "17:00")
                .away("2026-11-30T14:00", "2026-11-30T15:00")
                .please();
        Asking offGrid = Asking.staff(Set.of(Waiver.GRID));
        Asking offHours = Asking.staff(Set.of(Waiver.HOURS));

        assertThat(staffMayBook(listing, "10:05", Asking.staff(Set.of()))).isFalse();
        assertThat(staffMayBook(listing, "10:05", offGrid)).isTrue();
        assertThat(staffMayBook(listing, "10:05", offHours)).isFalse();
        assertThat(staffMayBook(listing, "10:03", offGrid)).isFalse();
        assertThat(staffMayBook(listing, "19:05", offGrid)).isFalse();
        assertThat(staffMayBook(listing, "19:05", offHours)).isTrue();
        assertThat(staffMayBook(listing, "14:05", Asking.staff(Set.of(Waiver.values()))))
                .isFalse();
    }

    private static boolean staffMayBook(Listing listing, String time, Asking asking) {
        Instant start =
                MONDAY_30_NOV.atTime(LocalTime.parse(time)).atZone(CHICAGO).toInstant();
        return calendar(listing, WEEK_BEFORE)
                .bookableSlot(treatment(listing), start, asking)
                .isPresent();
    }

    @Test
    void seesWhatAStandingVisitHasAgainstItByNow() {
        Instant ten = MONDAY_30_NOV.atTime(10, 0).atZone(CHICAGO).toInstant();
        TimeSpan halfAnHourFromTen = new TimeSpan(ten, ten.plusSeconds(1800));
        AListing elsewhere = aListing().workingDaily("09:00", "17:00").onlyOn(MONDAY_30_NOV, CLINIC, "09:00", "17:00");

        assertThat(conflictsAtTen(aListing().workingDaily("09:00", "17:00"))).isEmpty();
        assertThat(conflictsAtTen(aListing().workingDaily("09:05", "17:00").withNotice(Duration.ofDays(30))))
                .isEmpty();
        assertThat(conflictsAtTen(aListing().workingDaily("11:00", "17:00"))).containsExactly(Hindrance.OUTSIDE_HOURS);
        assertThat(conflictsAtTen(aListing().workingDaily("09:00", "17:00").closedOn(MONDAY_30_NOV)))
                .containsExactly(Hindrance.NO_HOURS);
        assertThat(conflictsAtTen(
                        aListing().workingDaily("09:00", "17:00").keeping(new Holidays(false, Set.of(MONDAY_30_NOV)))))
                .containsExactly(Hindrance.HOLIDAY);
        assertThat(conflictsAtTen(elsewhere)).containsExactly(Hindrance.ANOTHER_PLACE);
        assertThat(conflictsAtTen(aListing().workingDaily("09:00", "17:00").busyElsewhere(halfAnHourFromTen)))
                .containsExactly(Hindrance.OUTSIDE_CALENDAR);
        assertThat(conflictsAtTen(
                        aListing().workingDaily("09:00", "17:00").withLicenceUntil(MONDAY_30_NOV.minusDays(1))))
                .containsExactly(Hindrance.LICENCE);
    }

    private static List<Hindrance> conflictsAtTen(AListing words) {
        Listing listing = words.please();
        return calendar(listing, WEEK_BEFORE)
                .conflicts(
                        treatment(listing),
                        MONDAY_30_NOV.atTime(10, 0).atZone(CHICAGO).toInstant(),
                        STUDIO);
    }

    @Test
    void explainsThatTherapistOrRoomsAreTaken() {
        Listing listing =
                aListing().workingDaily("08:00", "20:00").needingARoom("Elm").please();
        OpeningCalendar calendar =
                calendar(listing, TOMORROW_AT_TEN.minusDays(1).toInstant());
        TimeSpan visit = new TimeSpan(
                TOMORROW_AT_TEN.toInstant(), TOMORROW_AT_TEN.plusHours(1).toInstant());
        Set<String> taken = new HashSet<>(Resource.therapist(listing.id()).keysDuring(visit));
        taken.addAll(Resource.room(new Room(STUDIO, "Elm")).keysDuring(visit));
        BusyTimes busy = BusyTimes.of(List.of(new Claim(taken, null)), WEEK_BEFORE);

        assertThat(calendar.hindrances(treatment(listing), TOMORROW_AT_TEN.toInstant(), busy))
                .containsExactly(Hindrance.THERAPIST_BUSY, Hindrance.NO_ROOM_FREE);
        assertThat(calendar.hindrances(treatment(listing), TOMORROW_AT_TEN.toInstant(), BusyTimes.none()))
                .isEmpty();
    }

    private static List<Hindrance> hindrances(OpeningCalendar calendar, Listing listing, ZonedDateTime start) {
        return calendar.hindrances(treatment(listing), start.toInstant(), BusyTimes.none());
    }
}
