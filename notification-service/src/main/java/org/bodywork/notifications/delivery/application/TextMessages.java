package org.bodywork.notifications.delivery.application;

import java.time.Instant;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import reactor.core.publisher.Mono;

/** The way out for text messages. */
public interface TextMessages {

    /** Hands the message to the provider. Every failure is an outcome, never an error. */
    Mono<SendOutcome> send(TextMessage message);

    /**
     * Asks the provider for a message to {@code to} with this text.
     *
     * @param since when the lost attempt began, by the unmoved clock; older messages are other ones
     */
    Mono<Trace> trace(String to, Fingerprint fingerprint, Instant since);
}
