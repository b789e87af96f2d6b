package org.bodywork.notifications.delivery.adapter.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Open conversations with the mail server, used again while they are fresh: greeting and TLS cost more than a message.
 * One that failed is never used again, so what a server thinks of one message cannot reach the next.
 */
final class SmtpConnections implements AutoCloseable {

    /** Well under what servers wait for a silent client (RFC 5321, 4.5.3.2.7: five minutes; many are shorter). */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);

    private final JavaMailSenderImpl server;
    private final Clock steady;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(JavaMailSenderImpl server, Clock steady) {
        this.server = server;
        this.steady = steady;
    }

    private record Idle(Transport transport, Instant since) {}

    /**
     * Hands one message over; blocks.
     *
     * @throws NotConnected before anything was said
     * @throws MailSendException with the server's answer, or without one
     */
    void send(MimeMessage message) {
        Transport transport = take();
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            close(transport);
            throw new MailSendException("not sent", e);
        }
        idle.push(new Idle(transport, steady.instant()));
    }

    private Transport take() {
        Instant fresh = steady.instant().minus(FRESH);
        for (@Nullable Idle next = idle.poll(); next != null; next = idle.poll()) {
            // Asks the server, so one that has hung up is noticed before a message depends on it.
            if (next.since().isAfter(fresh) && next.transport().isConnected()) {
                return next.transport();
            }
            close(next.transport());
        }
        return connect();
    }

    private Transport connect() {
        try {
            Transport transport = server.getSession().getTransport("smtp");
            transport.connect(
                    server.getHost(), server.getPort(), given(server.getUsername()), given(server.getPassword()));
            return transport;
        } catch (MessagingException e) {
            throw new NotConnected(e);
        }
    }

    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("a conversation with the mail server did not end well: {}", e.toString());
        }
    }

    @Override
    public void close() {
        for (@Nullable Idle next = idle.poll(); next != null; next = idle.poll()) {
            close(next.transport());
        }
    }
}
