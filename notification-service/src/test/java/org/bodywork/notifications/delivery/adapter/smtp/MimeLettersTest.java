package org.bodywork.notifications.delivery.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Invitation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailPreparationException;

class MimeLettersTest {

    private static final Instant START = Instant.parse("2026-11-24T16:00:00Z");

    private final MimeLetters letters = new MimeLetters(
            Session.getInstance(new Properties()),
            new MailSettings("no-reply@bodywork.example", Duration.ofSeconds(20), 16),
            Clock.fixed(START, ZoneOffset.UTC));

    @Test
    void carriesTextAndHtml() throws MessagingException, IOException {
        String wire = onTheWire(letters.of(email("ana@example.com", "Maplewood Hands", "Confirmed")));

        assertThat(wire)
                .contains("From: Maplewood Hands <no-reply@bodywork.example>")
                .contains("Reply-To: hello@maplewood-hands.example")
                .contains("multipart/alternative")
                .contains("Content-Type: text/plain; charset=UTF-8")
                .contains("Content-Type: text/html; charset=UTF-8")
                .contains("Date: Tue, 24 Nov 2026 16:00:00 +0000")
                .doesNotContain("text/calendar", "List-Unsubscribe");
    }

    @Test
    void namesEveryAttemptTheSame() throws MessagingException {
        EmailMessage email = email("ana@example.com", "Maplewood Hands", "Confirmed");

        assertThat(letters.of(email).getMessageID()).isEqualTo("<n-1@bodywork.example>");
    }

    @Test
    void letsNoNameBeginAHeader() throws MessagingException, IOException {
        String wire = onTheWire(letters.of(email(
                "ana@example.com", "Calm\r\nBcc: all@example.com", "Confirmed\nX-Injected: yes\u2028X-Too: yes")));

        assertThat(wire.lines()).noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("X-"));
    }

    @Test
    void keepsNamesOfAnyScript() throws MessagingException {
        MimeMessage message = letters.of(email("ana@example.com", "שלווה", "Confirmed 😀"));

        assertThat(message.getSubject()).isEqualTo("Confirmed 😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.com",
                "ana@example.com, all@example.com",
                "ana@example.com\r\nBcc: b@c"
            })
    void refusesWhatIsNotOneAddress(String address) {
        assertThatThrownBy(() -> letters.of(email(address, "Maplewood Hands", "Confirmed")))
                .isInstanceOf(MailPreparationException.class);
    }

    @Test
    void letsAMailboxUnsubscribeByOnePost() throws MessagingException {
        MimeMessage message = letters.of(email("ana@example.com", "Maplewood Hands", "Confirmed")
                .toLeaveBy(URI.create("https://notify.example/unsubscribe/abc")));

        assertThat(message.getHeader("List-Unsubscribe")).containsExactly("<https://notify.example/unsubscribe/abc>");
        assertThat(message.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void asksTheCalendarToTakeTheVisitIn() throws MessagingException, IOException {
        MimeMessage message = letters.of(
                email("ana@example.com", "Maplewood Hands", "Confirmed").inviting(Optional.of(visit(false))));

        assertThat(calendarOf(message))
                .contains("METHOD:REQUEST", "UID:7@bodywork", "SEQUENCE:3", "STATUS:CONFIRMED")
                .contains("ORGANIZER;CN=\"Maplewood Hands\":mailto:no-reply@bodywork.example");
        assertThat(onTheWire(message)).contains("Content-Type: text/calendar; charset=UTF-8; method=REQUEST");
    }

    @Test
    void asksTheCalendarToTakeACancelledVisitOutInsteadOfLeavingItToRing() throws MessagingException, IOException {
        MimeMessage message = letters.of(
                email("ana@example.com", "Maplewood Hands", "Cancelled").inviting(Optional.of(visit(true))));

        assertThat(calendarOf(message)).contains("METHOD:CANCEL", "STATUS:CANCELLED", "TRANSP:TRANSPARENT");
        assertThat(onTheWire(message)).contains("Content-Type: text/calendar; charset=UTF-8; method=CANCEL");
    }

    @Test
    void letsNoNameBeginALineInACalendar() throws MessagingException, IOException {
        MimeMessage message =
                letters.of(email("ana@example.com", "Calm\r\nATTENDEE:mailto:eve@example.org\";X=\"", "Hi")
                        .inviting(Optional.of(visit(false))));

        assertThat(calendarOf(message).replace("\r\n ", "").lines())
                .noneMatch(line -> line.startsWith("ATTENDEE:"))
                .anyMatch(
                        line -> line.startsWith("ORGANIZER;CN=\"Calm ATTENDEE:mailto:eve@example.org';X='\":mailto:"));
    }

    private static Invitation visit(boolean cancelled) {
        return new Invitation(
                cancelled,
                "7@bodywork",
                3,
                START,
                ZoneId.of("America/Chicago"),
                START,
                START.plusSeconds(3600),
                "Visit at Maplewood Hands",
                "7300 Manchester Rd");
    }

    private static String calendarOf(MimeMessage message) throws MessagingException, IOException {
        Multipart parts = (Multipart) message.getContent();
        return new String(
                parts.getBodyPart(parts.getCount() - 1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static EmailMessage email(String to, String fromName, String subject) {
        return new EmailMessage(
                "n-1", to, fromName, "hello@maplewood-hands.example", subject, "Hello Ana,", "<p>Hello Ana,</p>");
    }

    private static String onTheWire(MimeMessage message) throws MessagingException, IOException {
        message.saveChanges();
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        message.writeTo(wire);
        return wire.toString(StandardCharsets.UTF_8);
    }
}
