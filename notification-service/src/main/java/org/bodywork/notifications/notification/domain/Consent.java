package org.bodywork.notifications.notification.domain;

import org.bodywork.notifications.delivery.domain.Channel;

/** The channels the client agreed to. */
public record Consent(boolean email, boolean sms) {

    boolean covers(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
        };
    }
}
