package org.bodywork.notifications.delivery.adapter.smtp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.SendOutcome.Accepted;
import org.bodywork.notifications.remote.Guard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands emails to the mail server. The conversation blocks, so each takes a virtual thread. While the server is away
 * messages wait; they go out when it is back, as long as they are of use.
 */
@Component
@EnableConfigurationProperties(MailSettings.class)
final class SmtpEmails implements Emails, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpEmails.class);

    private final SmtpConnections connections;
    private final MimeLetters letters;
    private final Guard guard;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    SmtpEmails(JavaMailSenderImpl sender, MailSettings settings, Clock steady, MeterRegistry meters) {
        this.connections = new SmtpConnections(sender, steady);
        this.letters = new MimeLetters(sender.getSession(), settings, steady);
        this.guard = new Guard("smtp", settings.limit(), settings.atOnce(), MailFailures::isRefusal, steady, meters);
    }

    @Override
    public Mono<SendOutcome> send(EmailMessage email) {
        return guard.around(Mono.fromCallable(() -> hand(email)).subscribeOn(threads))
                .onErrorResume(error -> Mono.just(tell(email, error)));
    }

    private SendOutcome hand(EmailMessage email) {
        connections.send(letters.of(email));
        return new Accepted(email.id());
    }

    @Override
    public void destroy() {
        connections.close();
    }

    /** Names the kind of error only: a mail server's words repeat the address. */
    private static SendOutcome tell(EmailMessage email, Throwable error) {
        SendOutcome outcome = MailFailures.outcomeOf(error);
        log.atInfo()
                .addKeyValue("message", email.id())
                .addKeyValue("outcome", outcome)
                .addKeyValue("error", error.getClass().getSimpleName())
                .log("Email not handed over");
        return outcome;
    }
}
