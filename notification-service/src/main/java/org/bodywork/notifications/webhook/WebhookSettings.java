package org.bodywork.notifications.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a practice's programs are called.
 *
 * @param patience how long one call may take
 * @param atOnce how many an instance makes at once
 * @param givesUpAfter how long a call is tried again
 * @param disabledAfter how long nothing but failures may follow each other
 */
@ConfigurationProperties("bodywork.webhooks")
record WebhookSettings(
        @DefaultValue("10s") Duration patience,
        @DefaultValue("8") int atOnce,
        @DefaultValue("2d") Duration givesUpAfter,
        @DefaultValue("4d") Duration disabledAfter) {}
