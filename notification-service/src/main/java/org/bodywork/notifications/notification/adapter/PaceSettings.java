package org.bodywork.notifications.notification.adapter;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many messages one instance hands over in a second, as the contracts with the providers allow.
 *
 * @param emails at least one
 * @param texts at least one
 */
@ConfigurationProperties("bodywork.pace")
record PaceSettings(
        @DefaultValue("50") int emails, @DefaultValue("50") int texts) {

    PaceSettings {
        if (emails < 1 || texts < 1) {
            throw new IllegalArgumentException("bodywork.pace: at least one message a second");
        }
    }
}
