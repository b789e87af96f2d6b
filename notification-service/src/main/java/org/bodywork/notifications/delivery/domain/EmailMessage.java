package org.bodywork.notifications.delivery.domain;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An email as text and as HTML. The header values are plain text on one line: whatever could begin a new header is taken
 * out here, so no name of a client or practice can reach the wire as one.
 *
 * @param id the unique left part of the Message-ID; the same for every attempt, so that a mailbox can tell a repeat
 * @param fromName the name shown as sender
 * @param replyTo where an answer goes; none means the sender's own address
 * @param unsubscribe where one POST ends all mail to this address; none for what the reader just asked for
 * @param invitation what it says to the reader's calendar
 */
public record EmailMessage(
        String id,
        String to,
        String fromName,
        @Nullable String replyTo,
        String subject,
        String text,
        String html,
        @Nullable URI unsubscribe,
        @Nullable Invitation invitation)
        implements OutgoingMessage {

    public EmailMessage {
        fromName = onOneLine(fromName);
        subject = onOneLine(subject);
    }

    public EmailMessage(
            String id, String to, String fromName, @Nullable String replyTo, String subject, String text, String html) {
        this(id, to, fromName, replyTo, subject, text, html, null, null);
    }

    public EmailMessage toLeaveBy(URI link) {
        return new EmailMessage(id, to, fromName, replyTo, subject, text, html, link, invitation);
    }

    public EmailMessage inviting(Optional<Invitation> event) {
        return new EmailMessage(id, to, fromName, replyTo, subject, text, html, unsubscribe, event.orElse(null));
    }

    @Override
    public Fingerprint fingerprint() {
        return Fingerprint.of(subject + '\n' + text);
    }

    private static String onOneLine(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
