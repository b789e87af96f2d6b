package org.bodywork.notifications.delivery.adapter.smtp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.bodywork.notifications.delivery.application.Emails;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The real adapter, for tests elsewhere. */
public final class RealEmails {

    private RealEmails() {}

    public static Emails to(int smtpPort) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtpPort);
        return new SmtpEmails(
                sender,
                new MailSettings("no-reply@bodywork.example", Duration.ofSeconds(5), 4),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }
}
