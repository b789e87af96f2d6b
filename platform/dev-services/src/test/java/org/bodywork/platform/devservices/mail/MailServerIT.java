package org.bodywork.platform.devservices.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bodywork.platform.devservices.mail.Postman.TO;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.bodywork.platform.devservices.Calls;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.inbox.MessageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailServerIT {

    private static final byte[] INVITATION = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);

    private final Messages messages = Messages.start(0, 0, 0);
    private final Postman postman = new Postman(messages.ports().smtp());

    @AfterEach
    void stop() {
        messages.close();
    }

    @Test
    void keepsTextHtmlAndAttachment() throws Exception {
        postman.send("Bestätigt ✓", "Grüße", "<p>Grüße</p>", "Termin für Ana.ics", INVITATION);

        var mail = onlyMail();
        assertThat(mail.subject()).isEqualTo("Bestätigt ✓");
        assertThat(mail.text()).isEqualTo("Grüße");
        assertThat(mail.html()).isEqualTo("<p>Grüße</p>");
        assertThat(mail.from()).isEqualTo("hello@bodywork.example");
        assertThat(mail.messageId()).isEqualTo("<fixed@bodywork.example>");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("Termin für Ana.ics");
            assertThat(file.contentType()).isEqualTo("text/calendar");
            assertThat(file.size()).isEqualTo(INVITATION.length);
        });
    }

    @Test
    void hasTheMailOnceTheSenderIsTold() throws Exception {
        var before = Instant.now();

        postman.sendText(TO, "Hello", "text");

        assertThat(onlyMail().receivedAt()).isBetween(before.minus(Duration.ofMillis(1)), Instant.now());
    }

    @Test
    void keepsOneForEachRecipientOfTheEnvelope() throws Exception {
        postman.sendRaw(
                "From: a@example.com\r\nTo: everybody\r\nSubject: Hi\r\n\r\ntext", "b@example.com", "c@example.com");

        assertThat(messages.all())
                .extracting(MessageView::to)
                .containsExactlyInAnyOrder("b@example.com", "c@example.com");
    }

    @Test
    void keepsAMailInACharacterSetItDoesNotKnow() throws Exception {
        postman.sendRaw("Subject: Odd\r\nContent-Type: text/plain; charset=martian\r\n\r\nstill here", TO);

        assertThat(onlyMail().text()).startsWith("still here");
    }

    @Test
    void keepsAMailWhosePartsHaveNoEnd() throws Exception {
        postman.sendRaw("Subject: Cut\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nfirst part", TO);

        assertThat(onlyMail().subject()).isEqualTo("Cut");
    }

    @Test
    void findsAnInvitationThatIsPartOfTheBody() throws Exception {
        postman.sendRaw("""
                Subject: Invited
                Content-Type: multipart/alternative; boundary=x

                --x

                text
                --x
                Content-Type: text/calendar; method=REQUEST

                BEGIN:VCALENDAR
                --x--
                """, TO);

        assertThat(onlyMail().attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("calendar.ics"));
    }

    @ParameterizedTest
    @CsvSource({"refuse, 550", "tempfail, 451"})
    void refusesAsOrderedAndThenNoMore(String mode, String code) throws Exception {
        order(mode);

        assertThatThrownBy(() -> postman.sendText(TO, "Hello", "text"))
                .isInstanceOf(SendFailedException.class)
                .rootCause()
                .hasMessageContaining(code);
        assertThat(messages.all()).isEmpty();

        postman.sendText(TO, "Hello again", "text");
        assertThat(onlyMail().subject()).isEqualTo("Hello again");
    }

    @Test
    void aDroppedConnectionLeavesTheMailInPlace() throws Exception {
        order("drop-after-accept");

        assertThatThrownBy(() -> postman.sendText(TO, "Hello", "text")).isInstanceOf(MessagingException.class);

        assertThat(onlyMail().subject()).isEqualTo("Hello");
    }

    private MessageView onlyMail() {
        assertThat(messages.to(TO)).hasSize(1);
        return messages.to(TO).getFirst();
    }

    private void order(String mode) throws Exception {
        var answer = new Calls(messages.ports().http()).post("/control/smtp", "{\"mode\":\"" + mode + "\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
