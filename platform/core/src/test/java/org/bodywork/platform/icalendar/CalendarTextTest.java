package org.bodywork.platform.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.bodywork.platform.icalendar.CalendarEvent.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final ZonedDateTime TEN = ZonedDateTime.of(2026, 11, 30, 10, 0, 0, 0, CHICAGO);

    @Test
    void tellsWhenAndWhereOnTheWallClockOfThePlace() {
        assertThat(linesOf(event("Visit", "1 Kiln Lane; Maplewood, MO", TEN)))
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "METHOD:PUBLISH",
                        "BEGIN:VTIMEZONE",
                        "TZID:America/Chicago",
                        "END:VTIMEZONE",
                        "BEGIN:VEVENT",
                        "UID:7@bodywork",
                        "SEQUENCE:3",
                        "DTSTART;TZID=America/Chicago:20261130T100000",
                        "DTEND;TZID=America/Chicago:20261130T110000",
                        "SUMMARY:Visit",
                        "STATUS:CONFIRMED",
                        "LOCATION:1 Kiln Lane\\; Maplewood\\, MO",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void describesTheZoneBeforeAndAfterItsClocksChange() {
        assertThat(linesOf(event("Visit", null, TEN)))
                .containsSubsequence(
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20260308T020000",
                        "TZOFFSETFROM:-0600",
                        "TZOFFSETTO:-0500",
                        "TZNAME:CDT",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:20261101T020000",
                        "TZOFFSETFROM:-0500",
                        "TZOFFSETTO:-0600",
                        "TZNAME:CST",
                        "END:STANDARD");
    }

    @Test
    void describesAZoneWhoseClocksNeverChange() {
        assertThat(linesOf(event("Visit", null, TEN.withZoneSameInstant(ZoneId.of("Etc/UTC")))))
                .containsSubsequence("TZID:Etc/UTC", "DTSTART:19700101T000000", "TZOFFSETTO:+0000", "END:VTIMEZONE");
    }

    @Test
    void tellsTheSecondPassOfARepeatedHourFromTheFirst() {
        Instant second = Instant.parse("2026-11-01T07:30:00Z");

        List<String> lines = linesOf(event("Visit", null, second.atZone(CHICAGO)));

        assertThat(lines).contains("DTSTART:20261101T073000Z", "DTEND;TZID=America/Chicago:20261101T023000");
    }

    @Test
    void keepsAnEventThatIsOffFromTakingTime() {
        CalendarEvent off = new CalendarEvent(
                "7@bodywork", 4, Instant.EPOCH, Standing.CANCELLED, CHICAGO, TEN.toInstant(), end(TEN), "Visit", null);

        assertThat(linesOf(off)).contains("STATUS:CANCELLED", "TRANSP:TRANSPARENT", "SEQUENCE:4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łódź – קליניקה – 診療所 🌿 ", "plain words again and again "})
    void foldsLongLinesByOctetsAndNeverInsideACharacter(String words) {
        String text = text(event(words.repeat(20), null, TEN));

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + words.repeat(20));
        assertThat(text).doesNotContain("\uFFFD");
    }

    @Test
    void letsNoTextBeginALineOfItsOwn() {
        assertThat(linesOf(event("Visit\r\nATTENDEE:mailto:eve@example.org\u0007", "a\\b", TEN)))
                .contains("SUMMARY:Visit\\nATTENDEE:mailto:eve@example.org", "LOCATION:a\\\\b")
                .noneMatch(line -> line.startsWith("ATTENDEE"));
    }

    private static CalendarEvent event(String title, @Nullable String place, ZonedDateTime start) {
        return new CalendarEvent(
                "7@bodywork",
                3,
                Instant.parse("2026-11-20T08:00:00Z"),
                Standing.CONFIRMED,
                start.getZone(),
                start.toInstant(),
                end(start),
                title,
                place);
    }

    private static Instant end(ZonedDateTime start) {
        return start.plusHours(1).toInstant();
    }

    private static List<String> linesOf(CalendarEvent event) {
        return List.of(text(event).replace("\r\n ", "").split("\r\n"));
    }

    private static String text(CalendarEvent event) {
        Instant from = Instant.parse("2026-08-01T00:00:00Z");
        return CalendarText.of("Visits", event.zone(), List.of(event), from, from.plusSeconds(200 * 86_400L));
    }
}
