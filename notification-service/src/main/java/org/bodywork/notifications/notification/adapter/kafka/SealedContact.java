package org.bodywork.notifications.notification.adapter.kafka;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.domain.Client;
import org.bodywork.notifications.notification.domain.Consent;
import org.bodywork.notifications.notification.domain.Links;
import org.bodywork.notifications.notification.domain.Links.Page;
import org.jspecify.annotations.Nullable;

/** The personal part of an appointment event, opened. */
record SealedContact(
        Person client, Agreed consent, @Nullable Secrets secrets, URI manageUrl) {

    record Person(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String locale,
            @Nullable String zone) {

        Client asClient() {
            Locale language = locale == null ? Locale.US : Locale.forLanguageTag(locale);
            return new Client(name, email, phone, language, zoneId());
        }

        /** A browser may know a zone that this Java does not: then the client's night is that of the visit's place. */
        private @Nullable ZoneId zoneId() {
            try {
                return zone == null ? null : ZoneId.of(zone);
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "a person";
        }
    }

    record Agreed(
            boolean email,
            boolean sms,
            @Nullable Instant at,
            @Nullable String wording) {

        Consent asConsent() {
            return new Consent(email, sms, at, wording);
        }
    }

    /**
     * What opens something to whoever holds it; the manage secret stands in the link already.
     *
     * @param answers by account
     */
    record Secrets(
            @Nullable String review,
            @Nullable Map<String, String> answers,
            @Nullable Scores scores,
            @Nullable String handover,
            @Nullable String series) {

        private Map<Page, URI> pages(URI manage) {
            Map<Page, URI> pages = new EnumMap<>(Page.class);
            if (scores != null) {
                pages.put(Page.SCORE_DAY_1, Links.beside(manage, Page.SCORE_DAY_1, scores.day1()));
                pages.put(Page.SCORE_DAY_3, Links.beside(manage, Page.SCORE_DAY_3, scores.day3()));
            }
            if (handover != null) {
                pages.put(Page.HANDOVER, Links.beside(manage, Page.HANDOVER, handover));
            }
            if (series != null) {
                pages.put(Page.SERIES, Links.beside(manage, Page.SERIES, series));
            }
            return pages;
        }
    }

    /** With each the client says once how they are, so many days after the visit. */
    record Scores(String day1, String day3) {}

    Client asClient() {
        return client.asClient();
    }

    Consent asConsent() {
        return consent.asConsent();
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
                secrets.review() == null ? null : Links.beside(manageUrl, "review", secrets.review()),
                secrets.pages(manageUrl));
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "a contact";
    }
}
