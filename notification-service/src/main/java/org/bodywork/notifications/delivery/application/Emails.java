package org.bodywork.notifications.delivery.application;

import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import reactor.core.publisher.Mono;

/** The way out for email. */
public interface Emails {

    /** Hands the email to the mail server. Every failure is an outcome, never an error. */
    Mono<SendOutcome> send(EmailMessage email);
}
