package org.bodywork.notifications.notification.adapter.kafka;

import java.net.URI;
import java.util.Locale;
import org.bodywork.notifications.notification.domain.Client;
import org.bodywork.notifications.notification.domain.Consent;
import org.jspecify.annotations.Nullable;

/** The personal part of an appointment event, opened. */
record SealedContact(Person client, Agreed consent, URI manageUrl) {

    record Person(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String locale) {}

    record Agreed(boolean email, boolean sms) {}

    Client asClient() {
        Locale language = client.locale() == null ? Locale.US : Locale.forLanguageTag(client.locale());
        return new Client(client.name(), client.email(), client.phone(), language);
    }

    Consent asConsent() {
        return new Consent(consent.email(), consent.sms());
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "a contact";
    }
}
