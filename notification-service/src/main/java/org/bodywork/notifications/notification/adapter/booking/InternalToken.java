package org.bodywork.notifications.notification.adapter.booking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What services show each other.
 *
 * @param token {@code BODYWORK_INTERNAL_TOKEN}
 */
@ConfigurationProperties("bodywork.internal")
record InternalToken(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "InternalToken[hidden]";
    }
}
