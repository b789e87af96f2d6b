package org.bodywork.notifications.killed;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.notifications.delivery.adapter.smtp.RealEmails;
import org.bodywork.notifications.delivery.adapter.twilio.RealTexts;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.application.TextMessages;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import org.bodywork.notifications.killed.Case.Step;
import reactor.core.publisher.Mono;

/** The real adapters, one for each address, so that no failure opens the breaker for another message. */
final class Providers implements Emails, TextMessages {

    private final int smtpPort;
    private final int twilioPort;
    private final Hold hold;
    private final Map<String, Emails> emails = new ConcurrentHashMap<>();
    private final Map<String, TextMessages> texts = new ConcurrentHashMap<>();

    Providers(int smtpPort, int twilioPort, Hold hold) {
        this.smtpPort = smtpPort;
        this.twilioPort = twilioPort;
        this.hold = hold;
    }

    @Override
    public Mono<SendOutcome> send(EmailMessage email) {
        return between(email.to(), emails(email.to()).send(email));
    }

    @Override
    public Mono<SendOutcome> send(TextMessage message) {
        return between(message.to(), texts(message.to()).send(message));
    }

    @Override
    public Mono<Trace> trace(String to, Fingerprint fingerprint, Instant since) {
        return texts(to).trace(to, fingerprint, since);
    }

    private Mono<SendOutcome> between(String to, Mono<SendOutcome> call) {
        Case message = Case.named(to);
        return hold.at(message, Step.BEFORE_CALL)
                .then(call)
                .flatMap(outcome -> hold.at(message, Step.AFTER_ANSWER).thenReturn(outcome));
    }

    private Emails emails(String to) {
        return emails.computeIfAbsent(to, _ -> RealEmails.to(smtpPort));
    }

    private TextMessages texts(String to) {
        return texts.computeIfAbsent(to, _ -> RealTexts.to(twilioPort));
    }
}
