package org.bodywork.notifications.delivery.adapter.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.PropertyListAccessor;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Invitation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Other people's parsers are the judges of what we tell calendars: ical4j, and Python's icalendar where it is installed. */
class InvitationReadBackTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Instant SAID = Instant.parse("2026-10-20T12:00:00Z");

    private final MimeLetters letters = new MimeLetters(
            Session.getInstance(new Properties()),
            new MailSettings("no-reply@bodywork.example", Duration.ofSeconds(20), 16),
            Clock.fixed(SAID, ZoneOffset.UTC));

    static Stream<ZonedDateTime> starts() {
        return Stream.of(
                ZonedDateTime.of(2026, 11, 24, 10, 0, 0, 0, CHICAGO),
                // The day the clocks go back, and the days around it.
                ZonedDateTime.of(2026, 10, 31, 10, 0, 0, 0, CHICAGO),
                ZonedDateTime.of(2026, 11, 1, 10, 0, 0, 0, CHICAGO),
                ZonedDateTime.of(2026, 11, 1, 23, 30, 0, 0, CHICAGO),
                ZonedDateTime.of(2026, 7, 1, 8, 5, 0, 0, ZoneId.of("America/Denver")),
                ZonedDateTime.of(2026, 7, 1, 8, 5, 0, 0, ZoneId.of("America/Phoenix")));
    }

    @ParameterizedTest
    @MethodSource("starts")
    void anotherParserReadsTheSameTimeWithItsZoneInIt(ZonedDateTime start) throws Exception {
        Calendar read = parse(written(start, 1, false));

        VEvent event = event(read);
        assertThat(value(read, "METHOD")).isEqualTo("REQUEST");
        assertThat(event.<DtStart<ZonedDateTime>>getRequiredProperty("DTSTART")
                        .getDate()
                        .toInstant())
                .isEqualTo(start.toInstant());
        assertThat(event.<DtEnd<ZonedDateTime>>getRequiredProperty("DTEND")
                        .getDate()
                        .toInstant())
                .isEqualTo(start.plusHours(1).toInstant());
        assertThat(read.<VTimeZone>getComponents("VTIMEZONE"))
                .extracting(zone -> value(zone, "TZID"))
                .containsExactly(start.getZone().getId());
    }

    @Test
    void requestMoveAndCancelAreOneEventWithRisingSequence() throws Exception {
        ZonedDateTime start = ZonedDateTime.of(2026, 11, 24, 10, 0, 0, 0, CHICAGO);

        Calendar request = parse(written(start, 1, false));
        Calendar move = parse(written(start.plusDays(1), 2, false));
        Calendar cancel = parse(written(start.plusDays(1), 3, true));

        assertThat(Stream.of(request, move, cancel).map(each -> value(each, "METHOD")))
                .containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(Stream.of(request, move, cancel).map(each -> value(event(each), "SEQUENCE")))
                .containsExactly("1", "2", "3");
        assertThat(Stream.of(request, move, cancel).map(each -> value(event(each), "UID")))
                .containsOnly("7@bodywork");
        assertThat(value(event(cancel), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(cancel), "ORGANIZER")).isEqualTo("mailto:no-reply@bodywork.example");
        assertThat(value(event(cancel), "ATTENDEE")).isEqualTo("mailto:ana@example.com");
    }

    /** {@code PYTHON} names another interpreter, such as one of a virtual environment with icalendar in it. */
    @Test
    void pythonsIcalendarAcceptsTheSameFilesOfRequestMoveAndCancel(@TempDir Path folder) throws Exception {
        String python = System.getenv().getOrDefault("PYTHON", "python3");
        boolean there = run(folder, python, "-c", "import icalendar").status() == 0;
        assumeTrue(there, "skipped: needs Python's icalendar, which is not here: pip install icalendar");
        ZonedDateTime start = ZonedDateTime.of(2026, 11, 1, 10, 0, 0, 0, CHICAGO);
        Files.writeString(folder.resolve("request.ics"), written(start.minusDays(1), 1, false));
        Files.writeString(folder.resolve("move.ics"), written(start, 2, false));
        Files.writeString(folder.resolve("cancel.ics"), written(start, 3, true));

        Outcome read = run(folder, python, "-c", """
                from icalendar import Calendar
                for name in ('request', 'move', 'cancel'):
                    calendar = Calendar.from_ical(open(name + '.ics', 'rb').read())
                    event = calendar.walk('VEVENT')[0]
                    print(calendar['METHOD'], event['UID'], event['SEQUENCE'], event['STATUS'],
                          event.decoded('DTSTART').isoformat(), len(calendar.walk('VTIMEZONE')), len(event.errors))
                """);

        assertThat(read.output().lines())
                .containsExactly(
                        "REQUEST 7@bodywork 1 CONFIRMED 2026-10-31T10:00:00-05:00 1 0",
                        "REQUEST 7@bodywork 2 CONFIRMED 2026-11-01T10:00:00-06:00 1 0",
                        "CANCEL 7@bodywork 3 CANCELLED 2026-11-01T10:00:00-06:00 1 0");
    }

    private record Outcome(int status, String output) {}

    private static Outcome run(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return new Outcome(process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1, output);
        } catch (IOException noSuchProgram) {
            return new Outcome(-1, "");
        }
    }

    private String written(ZonedDateTime start, long sequence, boolean cancelled)
            throws MessagingException, IOException {
        EmailMessage email = new EmailMessage(
                        "n-1",
                        "ana@example.com",
                        "Maplewood \"Hands\", Ñandú; שלווה",
                        null,
                        "Visit",
                        "Hello",
                        "<p>Hello</p>")
                .inviting(Optional.of(new Invitation(
                        cancelled,
                        "7@bodywork",
                        sequence,
                        SAID,
                        start.getZone(),
                        start.toInstant(),
                        start.plusHours(1).toInstant(),
                        "Visit at Maplewood \"Hands\", Ñandú; שלווה",
                        "7300 Manchester Rd, Suite 2; Maplewood")));
        Multipart parts = (Multipart) letters.of(email).getContent();
        return new String(
                parts.getBodyPart(parts.getCount() - 1).getInputStream().readAllBytes(), UTF_8);
    }

    private static Calendar parse(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").getFirst();
    }

    private static String value(PropertyListAccessor from, String name) {
        return from.getProperty(name).orElseThrow().getValue();
    }
}
