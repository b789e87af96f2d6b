package org.bodywork.bookings.appointment.adapter.kafka;

import java.time.Instant;
import java.util.Map;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Consent;
import org.jspecify.annotations.Nullable;

/** What travels encrypted: how to reach the client, what the client agreed to, and the secrets of the visit. */
record SealedPart(
        ClientState client,
        ConsentState consent,
        Secrets secrets,
        String manageUrl,
        @Nullable CompanionState companion) {

    static SealedPart of(
            Client client, Consent consent, Secrets secrets, String manageUrl, @Nullable CompanionState companion) {
        return new SealedPart(
                new ClientState(
                        client.name(),
                        client.email().value(),
                        client.phone(),
                        client.language().tag(),
                        client.zone() == null ? null : client.zone().getId()),
                new ConsentState(consent.email(), consent.sms(), consent.at(), consent.wording()),
                secrets,
                manageUrl,
                companion);
    }

    /**
     * How to reach whoever is treated at the same time.
     *
     * @param email absent where only the client is written to
     * @param manageUrl their own: it opens their part only
     */
    record CompanionState(String name, @Nullable String email, String manageUrl) {}

    record ClientState(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {}

    record ConsentState(boolean email, boolean sms, Instant at, String wording) {}

    /**
     * What opens something to whoever holds it.
     *
     * @param review allows one review, once the visit is completed
     * @param scores allow one answer each to how the client is afterwards, once the visit is completed
     * @param series all visits that were booked together; null where it was booked by itself
     * @param answers by staff account, what lets that account answer without signing in; null while no answer is due
     */
    record Secrets(
            String manage,
            @Nullable String review,
            @Nullable Scores scores,
            @Nullable String series,
            @Nullable Map<String, String> answers,
            @Nullable String handover) {}

    /** For a day after the visit, and for three days. */
    record Scores(String day1, String day3) {}
}
