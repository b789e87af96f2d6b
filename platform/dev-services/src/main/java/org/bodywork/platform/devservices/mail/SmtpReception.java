package org.bodywork.platform.devservices.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.platform.devservices.faults.Faults;
import org.bodywork.platform.devservices.inbox.Email;
import org.bodywork.platform.devservices.inbox.Inbox;
import org.jspecify.annotations.Nullable;

/** Puts each mail into the inbox before the sender is told that it was taken, or fails as ordered. */
final class SmtpReception extends SmtpManager {

    private final Inbox inbox;
    private final Faults<MailFault> faults;
    private final InstantSource clock;
    private final ConcurrentHashMap.KeySetView<SmtpState, Boolean> toBeDropped = ConcurrentHashMap.newKeySet();

    SmtpReception(Managers managers, Inbox inbox, Faults<MailFault> faults, InstantSource clock) {
        super(managers.getImapHostManager(), managers.getUserManager());
        this.inbox = inbox;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        var fault = faults.next(recipient.getEmail()).orElse(null);
        return switch (fault) {
            case REFUSE -> "550 5.7.1 Refused, as ordered";
            case TEMPFAIL -> "451 4.3.0 Not now, as ordered";
            case DROP_AFTER_ACCEPT -> {
                toBeDropped.add(state);
                yield null;
            }
            case null -> null;
        };
    }

    @Override
    public @Nullable String checkData(SmtpState state) {
        var mail = state.getMessage().getMessage();
        state.getMessage().getToAddresses().forEach(recipient -> keep(recipient, mail));
        if (toBeDropped.remove(state)) {
            throw dropped();
        }
        return null;
    }

    /** Ends the connection's own thread, and with it the connection. */
    private static UncheckedIOException dropped() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> log.debug("Dropped, as ordered"));
        return new UncheckedIOException(new IOException("connection dropped, as ordered"));
    }

    private void keep(MailAddress recipient, MimeMessage mail) {
        var read = ReadMail.of(mail);
        var now = clock.instant();
        inbox.add(id -> new Email(
                id,
                now,
                recipient.getEmail(),
                read.from(),
                read.subject(),
                read.text(),
                read.html(),
                read.messageId(),
                read.attachments()));
    }

    /** Would file the mail in GreenMail's own mailboxes, which nobody empties. */
    @Override
    public void send(SmtpState state) {
        // The inbox has it.
    }
}
