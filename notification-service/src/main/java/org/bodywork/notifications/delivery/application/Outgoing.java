package org.bodywork.notifications.delivery.application;

import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import reactor.core.publisher.Mono;

/** Sends each message by its own channel. */
public final class Outgoing {

    private final Emails emails;
    private final TextMessages textMessages;

    public Outgoing(Emails emails, TextMessages textMessages) {
        this.emails = emails;
        this.textMessages = textMessages;
    }

    public Mono<SendOutcome> send(OutgoingMessage message) {
        return switch (message) {
            case EmailMessage email -> emails.send(email);
            case TextMessage text -> textMessages.send(text);
        };
    }

    /**
     * What became of an attempt whose answer was lost.
     *
     * @param since when the attempt began, by the unmoved clock
     */
    public Mono<Trace> trace(Channel channel, String to, Fingerprint fingerprint, Instant since) {
        return switch (channel) {
            case EMAIL -> Mono.just(new Trace.CannotTell());
            case SMS -> textMessages.trace(to, fingerprint, since);
        };
    }
}
