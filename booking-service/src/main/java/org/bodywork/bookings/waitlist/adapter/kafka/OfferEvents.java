package org.bodywork.bookings.waitlist.adapter.kafka;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.waitlist.application.WaitlistLinks;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.jspecify.annotations.Nullable;

/** What is told of the offers of an entry: ids and times in the clear, how to reach the person and the links sealed. */
public final class OfferEvents {

    public static final String TOPIC = "offers";

    static final String MADE = "org.bodywork.offer.made.v1";
    static final String TAKEN = "org.bodywork.offer.taken.v1";
    static final String PASSED_ON = "org.bodywork.offer.passed-on.v1";

    private final EventCipher cipher;
    private final WaitlistLinks links;

    public OfferEvents(EventCipher cipher, WaitlistLinks links) {
        this.cipher = cipher;
        this.links = links;
    }

    /** How its last offer stands; nothing before the first. */
    public List<Event> of(WaitlistEntry entry) {
        Offer offer = entry.offer();
        return offer == null ? List.of() : List.of(event(entry, offer));
    }

    private Event event(WaitlistEntry entry, Offer offer) {
        String id = entry.id().toString();
        String type = typeOf(offer.outcome());
        return Event.of(OfferEvents.TOPIC, id, type, id, entry.sequence(), offer.at(), state(entry, offer, type));
    }

    private static String typeOf(OfferOutcome outcome) {
        return switch (outcome) {
            case OPEN -> MADE;
            case TAKEN -> TAKEN;
            case DECLINED, UNANSWERED, WITHDRAWN -> PASSED_ON;
        };
    }

    private OfferState state(WaitlistEntry entry, Offer offer, String type) {
        boolean passedOn = type.equals(PASSED_ON);
        return new OfferState(
                entry.id().toString(),
                entry.sequence(),
                offer.id().toString(),
                offer.practice().toString(),
                offer.therapist().toString(),
                offer.location().toString(),
                entry.marks().ref(),
                offer.start(),
                offer.end(),
                offer.localStart(),
                offer.zone().getId(),
                offer.expiresAt(),
                offer.at(),
                offer.visit() == null ? null : offer.visit().toString(),
                passedOn ? offer.outcome() : null,
                offer.isOpen()
                        ? cipher.seal(entry.id().toString(), type, EventJson.write(personal(entry, offer)))
                        : null);
    }

    private Personal personal(WaitlistEntry entry, Offer offer) {
        Client client = entry.client();
        Consent consent = entry.consent();
        return new Personal(
                new ClientState(
                        client.name(),
                        client.email().value(),
                        client.phone(),
                        client.language().tag(),
                        client.zone() == null ? null : client.zone().getId()),
                new ConsentState(consent.email(), consent.sms(), consent.at(), consent.wording()),
                new Secrets(links.secretOf(offer.id()), links.secretOf(entry.id())),
                links.urlOf(offer.id()),
                links.urlOf(entry.id()));
    }

    /**
     * As it goes out.
     *
     * @param why where it was passed on
     * @param sealed a {@link Personal} under the event cipher, while somebody is to be told
     */
    record OfferState(
            String id,
            long sequence,
            String offerId,
            String practiceId,
            String therapistId,
            String locationId,
            String clientRef,
            Instant start,
            Instant end,
            LocalDateTime localStart,
            String zone,
            Instant expiresAt,
            Instant at,
            @Nullable String appointmentId,
            @Nullable OfferOutcome why,
            @Nullable String sealed) {}

    record Personal(ClientState client, ConsentState consent, Secrets secrets, String offerUrl, String waitlistUrl) {}

    record ClientState(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {}

    record ConsentState(boolean email, boolean sms, Instant at, String wording) {}

    record Secrets(String offer, String waitlist) {}
}
