package org.bodywork.notifications.delivery.adapter.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Writes an email as MIME: text and HTML as alternatives, and a Message-ID that every attempt shares. */
final class MimeLetters {

    private static final boolean MULTIPART = true;

    private final JavaMailSender sender;
    private final MailSettings settings;

    MimeLetters(JavaMailSender sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /** Fails with {@link MailPreparationException} when an address can be none. */
    MimeMessage of(EmailMessage email) {
        MimeMessage message = sender.createMimeMessage();
        try {
            fill(message, email);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
        return message;
    }

    private void fill(MimeMessage message, EmailMessage email) throws MessagingException, UnsupportedEncodingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, MULTIPART, UTF_8.name());
        helper.setFrom(settings.from(), email.fromName());
        helper.setTo(oneAddress(email.to()));
        if (email.replyTo() != null) {
            helper.setReplyTo(oneAddress(email.replyTo()));
        }
        helper.setSubject(email.subject());
        helper.setText(email.text(), email.html());
        message.setHeader("Message-ID", "<%s@%s>".formatted(email.id(), settings.domain()));
        message.setHeader("Auto-Submitted", "auto-generated");
    }

    /** Exactly one bare address, so that no list of recipients can hide in it. */
    private static InternetAddress oneAddress(String address) throws MessagingException {
        return new InternetAddress(address, true);
    }
}
