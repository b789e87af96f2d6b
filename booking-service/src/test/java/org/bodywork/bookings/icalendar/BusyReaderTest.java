package org.bodywork.bookings.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.opening.domain.OutsideTimes;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read on the wall clock of Chicago, from 1 October 2026 until 1 April 2027. */
class BusyReaderTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @Test
    void findsASingleEventInWhateverZoneItIsIn() {
        assertThat(busy(
                        event(
                                "DTSTART;TZID=America/Chicago:20261202T100000",
                                "DTEND;TZID=America/Chicago:20261202T110000"),
                        event("DTSTART:20261203T160000Z", "DTEND:20261203T170000Z"),
                        event("DTSTART;TZID=America/Denver:20261204T090000", "DURATION:PT1H"),
                        event("DTSTART:20261205T100000", "DTEND:20261205T110000")))
                .containsExactly(
                        "2026-12-02T10:00/11:00",
                        "2026-12-03T10:00/11:00",
                        "2026-12-04T10:00/11:00",
                        "2026-12-05T10:00/11:00");
    }

    @Test
    void takesDaysWithoutATimeFromMidnightToMidnight() {
        assertThat(busy(
                        event("DTSTART;VALUE=DATE:20261224"),
                        // The day on which the clocks are put back has 25 hours.
                        event("DTSTART;VALUE=DATE:20261101", "DTEND;VALUE=DATE:20261102")))
                .containsExactly("2026-11-01T00:00/2026-11-02T00:00", "2026-12-24T00:00/2026-12-25T00:00");
    }

    @Test
    void leavesOutWhatTakesNoTime() {
        assertThat(busy(
                        event("DTSTART:20261202T100000", "DTEND:20261202T110000", "TRANSP:TRANSPARENT"),
                        event("DTSTART:20261202T100000", "DTEND:20261202T110000", "STATUS:CANCELLED"),
                        event("DTSTART:20261202T100000", "DTEND:20261202T110000", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
                        event("DTSTART:20261202T100000")))
                .isEmpty();
    }

    @Test
    void leavesOutWhatCameFromOurOwnFeed() {
        String ours = event("DTSTART:20261202T100000", "DTEND:20261202T110000")
                .replace("UID:one", "UID:9b0f3a70-2f9c-4a86-8b2f-0f2f53d6a7f5@bodywork");

        assertThat(busy(ours)).isEmpty();
    }

    @Test
    void keepsASeriesOnTheWallClockWhenTheClocksChange() {
        assertThat(busy(event(
                        "DTSTART;TZID=America/Chicago:20261025T100000",
                        "DTEND;TZID=America/Chicago:20261025T110000",
                        "RRULE:FREQ=WEEKLY;COUNT=3")))
                .containsExactly("2026-10-25T10:00/11:00", "2026-11-01T10:00/11:00", "2026-11-08T10:00/11:00");
    }

    @Test
    void followsASeriesThatBeganLongAgo() {
        List<String> mondays = busy(event("DTSTART:20100104T080000", "DTEND:20100104T090000", "RRULE:FREQ=WEEKLY"));

        assertThat(mondays).hasSize(26).startsWith("2026-10-05T08:00/09:00").endsWith("2027-03-29T08:00/09:00");
    }

    @Test
    void followsTheRulesOfRecurrence() {
        assertThat(busy(event(
                        "DTSTART:20261001T100000",
                        "DTEND:20261001T110000",
                        "RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231T235959Z")))
                .contains("2026-10-30T10:00/11:00", "2026-11-27T10:00/11:00", "2026-12-25T10:00/11:00")
                .hasSize(4);
        assertThat(busy(event("DTSTART;VALUE=DATE:20261005", "RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261009")))
                .containsExactly(
                        "2026-10-05T00:00/2026-10-06T00:00",
                        "2026-10-07T00:00/2026-10-08T00:00",
                        "2026-10-09T00:00/2026-10-10T00:00");
        assertThat(busy(event(
                        "DTSTART:20261005T100000", "DTEND:20261005T110000", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3")))
                .containsExactly("2026-10-05T10:00/11:00", "2026-10-07T10:00/11:00", "2026-10-12T10:00/11:00");
        assertThat(busy(event(
                        "DTSTART:20200229T100000", "DTEND:20200229T110000", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")))
                .containsExactly("2026-11-26T10:00/11:00");
    }

    @Test
    void endsASeriesWithTheStartThatUntilNames() {
        assertThat(busy(event(
                        "DTSTART;TZID=America/Chicago:20261130T100000",
                        "DTEND;TZID=America/Chicago:20261130T110000",
                        "RRULE:FREQ=DAILY;UNTIL=20261202T160000Z")))
                .containsExactly("2026-11-30T10:00/11:00", "2026-12-01T10:00/11:00", "2026-12-02T10:00/11:00");
    }

    @Test
    void leavesOutTheTimesOfASeriesThatAreSkipped() {
        assertThat(busy(event(
                        "DTSTART;TZID=America/Chicago:20261130T100000",
                        "DTEND;TZID=America/Chicago:20261130T110000",
                        "RRULE:FREQ=DAILY;COUNT=4",
                        "EXDATE;TZID=America/Chicago:20261201T100000,20261203T100000")))
                .containsExactly("2026-11-30T10:00/11:00", "2026-12-02T10:00/11:00");
    }

    @Test
    void movesOrDropsTheOneTimeOfASeriesThatIsToldApart() {
        String series = event("DTSTART:20261130T100000", "DTEND:20261130T110000", "RRULE:FREQ=DAILY;COUNT=3");
        String moved = event("RECURRENCE-ID:20261201T100000", "DTSTART:20261201T150000", "DTEND:20261201T153000");
        String dropped = event(
                "RECURRENCE-ID:20261202T160000Z",
                "DTSTART:20261202T100000",
                "DTEND:20261202T110000",
                "STATUS:CANCELLED");

        assertThat(busy(moved, series, dropped)).containsExactly("2026-11-30T10:00/11:00", "2026-12-01T15:00/15:30");
    }

    @Test
    void findsTheTimesThatAreListedBesideTheRule() {
        assertThat(busy(
                        event(
                                "DTSTART:20261130T100000",
                                "DTEND:20261130T110000",
                                "RDATE:20261203T100000,20261204T120000"),
                        event("DTSTART:20261210T100000", "RDATE;VALUE=PERIOD:20261211T160000Z/PT30M")))
                .containsExactly(
                        "2026-11-30T10:00/11:00",
                        "2026-12-03T10:00/11:00",
                        "2026-12-04T12:00/13:00",
                        "2026-12-11T10:00/10:30");
    }

    @Test
    void understandsAZoneThatOnlyTheCalendarKnows() {
        String zone = """
                BEGIN:VTIMEZONE
                TZID:Customized Time Zone
                BEGIN:STANDARD
                DTSTART:16010101T020000
                TZOFFSETFROM:-0500
                TZOFFSETTO:-0600
                RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:-0600
                TZOFFSETTO:-0500
                RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """;

        assertThat(busy(
                        zone,
                        event(
                                "DTSTART;TZID=Customized Time Zone:20261026T100000",
                                "DTEND;TZID=Customized Time Zone:20261026T110000",
                                "RRULE:FREQ=WEEKLY;COUNT=2")))
                .containsExactly("2026-10-26T10:00/11:00", "2026-11-02T10:00/11:00");
    }

    @Test
    void understandsNamesOfZonesWithAPathBefore() {
        assertThat(busy(event("DTSTART;TZID=\"/example.org/2024/America/Denver\":20261202T090000", "DURATION:PT30M")))
                .containsExactly("2026-12-02T10:00/10:30");
    }

    @Test
    void readsFoldedLinesAndPublishedFreeAndBusyTimes() {
        assertThat(busy("""
                BEGIN:VFREEBUSY
                FREEBUSY;FBTYPE=BUSY:20261202T160000Z/20261202T170000Z,
                 20261203T160000Z/PT1H
                FREEBUSY;FBTYPE=FREE:20261204T160000Z/PT1H
                END:VFREEBUSY
                """)).containsExactly("2026-12-02T10:00/11:00", "2026-12-03T10:00/11:00");
    }

    @Test
    void cutsWhatReachesBeyondTheWindow() {
        assertThat(busy(event("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20300101")))
                .containsExactly("2026-10-01T00:00/2027-04-01T00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART:yesterday",
                "SUMMARY:without a start",
                "DTSTART:20261301T100000",
                "DTSTART:20261202T100000\nDTEND:20261202T090000",
                "DTSTART:20261202T100000\nRRULE:FREQ=SOMETIMES",
                "DTSTART:20261202T100000\nDTEND:20261202T110000\nRRULE:FREQ=SECONDLY",
                "DTSTART:20261202T100000\nDURATION:long"
            })
    void readsTheOthersWhenOneEntryMakesNoSense(String nonsense) {
        BusyReader.Busy read = read(event(nonsense), event("DTSTART:20261202T100000", "DTEND:20261202T110000"));

        assertThat(read.unread()).isEqualTo(1);
        assertThat(words(read)).containsExactly("2026-12-02T10:00/11:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Sign in</html>",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261202T100000",
                "BEGIN:VCALENDAR\nEND:VEVENT",
                "END:VCALENDAR"
            })
    void refusesWhatIsNoWholeCalendar(String text) {
        assertThatThrownBy(() -> BusyReader.read(text, CHICAGO, window())).isInstanceOf(NoCalendar.class);
    }

    @Test
    void takesAnEmptyCalendarForWhatItIs() {
        assertThat(busy()).isEmpty();
    }

    @Test
    void givesUpOnACalendarThatSaysMoreThanCanBeRead() {
        String endless = event(
                "DTSTART:19700101T000000",
                "DTEND:19700101T000100",
                "RRULE:FREQ=DAILY;COUNT=2000000000;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23"
                        + ";BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30");
        long began = System.nanoTime();

        assertThatThrownBy(() -> read(endless)).isInstanceOf(NoCalendar.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void isNotHeldUpByARuleThatNeverComesTrue() {
        BusyReader.Busy read = read(
                event("DTSTART:20261202T100000", "DTEND:20261202T110000", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"));

        assertThat(read.unread()).isEqualTo(1);
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nUID:one\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private static List<String> busy(String... parts) {
        return words(read(parts));
    }

    private static BusyReader.Busy read(String... parts) {
        String text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("", parts) + "END:VCALENDAR\n";
        return BusyReader.read(text.replace("\n", "\r\n"), CHICAGO, window());
    }

    private static List<String> words(BusyReader.Busy busy) {
        return OutsideTimes.of(busy.times()).spans().stream()
                .map(span -> local(span.from()) + "/" + end(span))
                .toList();
    }

    private static String end(TimeSpan span) {
        LocalDateTime until = local(span.until());
        return until.toLocalDate().equals(local(span.from()).toLocalDate())
                ? until.toLocalTime().toString()
                : until.toString();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, CHICAGO);
    }

    private static TimeSpan window() {
        return new TimeSpan(
                LocalDateTime.parse("2026-10-01T00:00").atZone(CHICAGO).toInstant(),
                LocalDateTime.parse("2027-04-01T00:00").atZone(CHICAGO).toInstant());
    }
}
