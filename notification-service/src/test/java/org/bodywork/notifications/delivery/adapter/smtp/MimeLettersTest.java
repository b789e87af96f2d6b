package org.bodywork.notifications.delivery.adapter.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MimeLettersTest {

    private final MimeLetters letters = new MimeLetters(
            new JavaMailSenderImpl(), new MailSettings("no-reply@bodywork.example", Duration.ofSeconds(20), 16));

    @Test
    void carriesTextAndHtml() throws MessagingException, IOException {
        String wire = onTheWire(letters.of(email("ana@example.com", "Maplewood Hands", "Confirmed")));

        assertThat(wire)
                .contains("From: Maplewood Hands <no-reply@bodywork.example>")
                .contains("Reply-To: hello@maplewood-hands.example")
                .contains("multipart/alternative")
                .contains("Content-Type: text/plain; charset=UTF-8")
                .contains("Content-Type: text/html;charset=UTF-8");
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
