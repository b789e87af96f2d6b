package org.bodywork.notifications.delivery.adapter.twilio;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The account at Twilio.
 *
 * @param from the number messages come from, in E.164; not needed with a messaging service
 * @param messagingService the messaging service that chooses the number; empty for none
 * @param limit how long one call may take
 * @param atOnce how many calls are under way at the same time
 */
@ConfigurationProperties("bodywork.twilio")
record TwilioSettings(
        URI baseUrl,
        String accountSid,
        String authToken,
        String from,
        @DefaultValue("") String messagingService,
        @DefaultValue("10s") Duration limit,
        @DefaultValue("16") int atOnce) {

    void requireAccount() {
        requireSet("TWILIO_ACCOUNT_SID", accountSid);
        requireSet("TWILIO_AUTH_TOKEN", authToken);
        if (messagingService.isBlank()) {
            requireSet("TWILIO_FROM", from);
        }
    }

    private static void requireSet(String setting, String value) {
        if (value.isBlank()) {
            throw new IllegalStateException(setting + " is not set; without it no text message can be sent");
        }
    }

    @Override
    public String toString() {
        return "TwilioSettings[hidden]";
    }
}
