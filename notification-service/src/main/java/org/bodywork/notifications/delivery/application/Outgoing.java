package org.bodywork.notifications.delivery.application;

import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refusal;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import reactor.core.publisher.Mono;

/**
 * Sends each message by its own channel, and none to somebody who opted out: that is looked at again here, so that it
 * counts for every sender and for what was already claimed.
 */
public final class Outgoing {

    private final Emails emails;
    private final TextMessages textMessages;

    private final Suppressions suppressions;

    public Outgoing(Emails emails, TextMessages textMessages, Suppressions suppressions) {
        this.emails = emails;
        this.textMessages = textMessages;
        this.suppressions = suppressions;
    }

    public Mono<SendOutcome> send(OutgoingMessage message) {
        return suppressions
                .contains(message.to())
                .flatMap(optedOut ->
                        optedOut ? Mono.just(new SendOutcome.Refused(Refusal.OPTED_OUT)) : handOver(message));
    }

    private Mono<SendOutcome> handOver(OutgoingMessage message) {
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
