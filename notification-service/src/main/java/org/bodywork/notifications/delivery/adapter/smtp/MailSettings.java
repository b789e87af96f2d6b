package org.bodywork.notifications.delivery.adapter.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we appear as a sender. The server itself is set by {@code spring.mail.*}.
 *
 * @param from the sender's address; its domain also ends every Message-ID
 * @param limit how long handing one email over may take
 * @param atOnce how many are handed over at the same time: all due notifications and sign-in codes find room
 */
@ConfigurationProperties("bodywork.mail")
record MailSettings(
        @DefaultValue("no-reply@bodywork.example") String from,
        @DefaultValue("20s") Duration limit,
        @DefaultValue("20") int atOnce) {

    MailSettings {
        if (from.indexOf('@') < 1) {
            throw new IllegalArgumentException("bodywork.mail.from is no email address");
        }
    }

    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
