package org.bodywork.notifications.delivery.adapter.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Invitation;
import org.bodywork.platform.icalendar.CalendarEvent;
import org.bodywork.platform.icalendar.CalendarEvent.Standing;
import org.bodywork.platform.icalendar.CalendarText;
import org.bodywork.platform.icalendar.Party;
import org.springframework.mail.MailPreparationException;

/**
 * Writes an email as MIME: text, HTML and, where it says something to a calendar, that as alternatives; and a Message-ID
 * that every attempt shares.
 */
final class MimeLetters {

    /** RFC 5322, 3.3. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final Session session;
    private final MailSettings settings;
    private final Clock steady;

    MimeLetters(Session session, MailSettings settings, Clock steady) {
        this.session = session;
        this.settings = settings;
        this.steady = steady;
    }

    /** Fails with {@link MailPreparationException} when an address can be none. */
    MimeMessage of(EmailMessage email) {
        MimeMessage message = new MimeMessage(session);
        try {
            address(message, email);
            message.setContent(alternatives(email));
            message.saveChanges();
            // Saving gives it an id of its own.
            message.setHeader("Message-ID", "<%s@%s>".formatted(email.id(), settings.domain()));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException(e);
        }
        return message;
    }

    private void address(MimeMessage message, EmailMessage email)
            throws MessagingException, UnsupportedEncodingException {
        message.setFrom(new InternetAddress(settings.from(), email.fromName(), UTF_8.name()));
        message.setRecipient(RecipientType.TO, oneAddress(email.to()));
        if (email.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {oneAddress(email.replyTo())});
        }
        message.setSubject(email.subject(), UTF_8.name());
        message.setHeader("Date", DATE.format(steady.instant().atOffset(ZoneOffset.UTC)));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (email.unsubscribe() != null) {
            // RFC 8058: a mailbox may end the mail by one POST, and never by following the link.
            message.setHeader("List-Unsubscribe", "<%s>".formatted(email.unsubscribe()));
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private MimeMultipart alternatives(EmailMessage email) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(email.text(), "plain"));
        alternatives.addBodyPart(text(email.html(), "html"));
        if (email.invitation() != null) {
            alternatives.addBodyPart(calendar(email, email.invitation()));
        }
        return alternatives;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    private MimeBodyPart calendar(EmailMessage email, Invitation invitation) throws MessagingException {
        CalendarEvent event = event(invitation);
        String text = CalendarText.message(
                event, new Party(email.fromName(), settings.from()), new Party(email.to(), email.to()));
        String type = "text/calendar; charset=UTF-8; method=" + CalendarText.methodOf(event);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(UTF_8), type)));
        return part;
    }

    private static CalendarEvent event(Invitation invitation) {
        return new CalendarEvent(
                invitation.uid(),
                invitation.sequence(),
                invitation.at(),
                invitation.cancelled() ? Standing.CANCELLED : Standing.CONFIRMED,
                invitation.zone(),
                invitation.start(),
                invitation.end(),
                invitation.title(),
                invitation.place());
    }

    /** Exactly one bare address, so that no list of recipients can hide in it. */
    private static InternetAddress oneAddress(String address) throws MessagingException {
        return new InternetAddress(address, true);
    }
}
