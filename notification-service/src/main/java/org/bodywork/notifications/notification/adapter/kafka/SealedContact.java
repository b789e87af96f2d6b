package org.bodywork.notifications.notification.adapter.kafka;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.domain.Client;
import org.bodywork.notifications.notification.domain.Consent;
import org.bodywork.notifications.notification.domain.Links;
import org.jspecify.annotations.Nullable;

/** The personal part of an appointment event, opened. */
record SealedContact(
        Person client, Agreed consent, @Nullable Secrets secrets, URI manageUrl) {

    record Person(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String zone) {}

    record Agreed(
            boolean email,
            boolean sms,
            @Nullable Instant at,
            @Nullable String wording) {}

    /**
     * What opens something to whoever holds it; the manage secret stands in the link already.
     *
     * @param answers by account
     */
    record Secrets(@Nullable String review, @Nullable Map<String, String> answers) {}

    Client asClient() {
        Locale language = client.locale() == null ? Locale.US : Locale.forLanguageTag(client.locale());
        return new Client(client.name(), client.email(), client.phone(), language, zone());
    }

    /** A browser may know a zone that this Java does not: then the client's night is that of the visit's place. */
    private @Nullable ZoneId zone() {
        try {
            return client.zone() == null ? null : ZoneId.of(client.zone());
        } catch (DateTimeException e) {
            return null;
        }
    }

    Consent asConsent() {
        return new Consent(consent.email(), consent.sms(), consent.at(), consent.wording());
    }

    Links asLinks() {
        if (secrets == null) {
            return Links.of(manageUrl);
        }
        Map<String, String> answers = secrets.answers() == null ? Map.of() : secrets.answers();
        return new Links(
                manageUrl,
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, secret -> Links.beside(manageUrl, "answer", secret.getValue()))),
                secrets.review() == null ? null : Links.beside(manageUrl, "review", secrets.review()));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "a contact";
    }
}
