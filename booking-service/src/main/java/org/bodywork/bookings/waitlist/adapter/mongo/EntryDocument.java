package org.bodywork.bookings.waitlist.adapter.mongo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.LaterVisit;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import org.bodywork.bookings.waitlist.domain.Whom;
import org.bodywork.bookings.waitlist.domain.Wish;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An entry as it is stored. Only insertion writes it whole.
 *
 * @param place one of the numbered places that a contact has, held apart by a unique sparse index; absent once it is left
 * @param waitsFor the keys by which freed times find it; there only while it waits
 * @param offeredTo whose offer is open, held apart by a unique sparse index: nobody has two
 * @param due when it is to be dropped or, while an offer is open, whether that has been forgotten
 */
record EntryDocument(
        @Id String id,
        long version,
        long sequence,
        String standing,
        @Nullable String place,
        @Nullable List<String> waitsFor,
        @Nullable String offeredTo,
        WishDocument wish,
        ClientDocument client,
        String clientRef,
        String clientKey,
        String clientKeyId,
        ConsentDocument consent,
        boolean known,
        @Nullable LaterDocument later,
        Instant since,
        @Nullable OfferDocument offer,
        String secretHash,
        String bodyHash,
        Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "waitlistEntries";

    /** How long what has ended can still be looked at. */
    private static final Duration SHOWN_AFTER_END = Duration.ofDays(14);

    /** An offer that ends tidily has ended by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    record WishDocument(
            @Nullable String therapistId,
            @Nullable String treatmentId,
            @Nullable String area,
            @Nullable String modality,
            @Nullable Integer minutes,
            @Nullable String gender,
            List<String> days,
            String from,
            String to,
            String firstDate,
            String lastDate,
            long noticeMinutes) {

        static WishDocument of(Wish wish) {
            Whom.Somebody somebody = wish.whom() instanceof Whom.Somebody one ? one : null;
            Whom.Anybody anybody = wish.whom() instanceof Whom.Anybody any ? any : null;
            return new WishDocument(
                    somebody == null ? null : somebody.therapist().toString(),
                    somebody == null ? null : somebody.treatment().toString(),
                    anybody == null ? null : anybody.area(),
                    anybody == null ? null : anybody.modality(),
                    anybody == null ? null : Integer.valueOf(anybody.minutes()),
                    anybody == null ? null : anybody.gender(),
                    wish.days().stream().map(Enum::name).sorted().toList(),
                    wish.from().toString(),
                    wish.to().toString(),
                    wish.firstDate().toString(),
                    wish.lastDate().toString(),
                    wish.shortestNotice().toMinutes());
        }

        Wish wish() {
            return new Wish(
                    whom(),
                    days.stream().map(DayOfWeek::valueOf).collect(Collectors.toUnmodifiableSet()),
                    LocalTime.parse(from),
                    LocalTime.parse(to),
                    LocalDate.parse(firstDate),
                    LocalDate.parse(lastDate),
                    Duration.ofMinutes(noticeMinutes));
        }

        private Whom whom() {
            if (therapistId != null && treatmentId != null) {
                return new Whom.Somebody(TherapistId.of(therapistId), TreatmentId.of(treatmentId));
            }
            if (area == null || modality == null || minutes == null) {
                throw new IllegalStateException("a wish with nobody");
            }
            return new Whom.Anybody(area, modality, minutes, gender);
        }
    }

    record ClientDocument(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {

        static ClientDocument of(Client client) {
            return new ClientDocument(
                    client.name(),
                    client.email().value(),
                    client.phone(),
                    client.language().tag(),
                    client.zone() == null ? null : client.zone().getId());
        }

        Client client() {
            return new Client(
                    name,
                    new EmailAddress(email),
                    phone,
                    Language.ofTag(locale).orElse(Language.EN),
                    zone == null ? null : ZoneId.of(zone));
        }
    }

    record ConsentDocument(boolean email, boolean sms, Instant at, String wording) {}

    record LaterDocument(String id, Instant start) {}

    record OfferDocument(
            String id,
            String therapistId,
            String treatmentId,
            String practiceId,
            String locationId,
            String zone,
            Instant start,
            Instant end,
            Instant expiresAt,
            Instant at,
            String outcome,
            @Nullable String visit) {

        static @Nullable OfferDocument of(@Nullable Offer offer) {
            return offer == null
                    ? null
                    : new OfferDocument(
                            offer.id().toString(),
                            offer.therapist().toString(),
                            offer.treatment().toString(),
                            offer.practice().toString(),
                            offer.location().toString(),
                            offer.zone().getId(),
                            offer.start(),
                            offer.end(),
                            offer.expiresAt(),
                            offer.at(),
                            offer.outcome().name(),
                            offer.visit() == null ? null : offer.visit().toString());
        }

        Offer offer() {
            return new Offer(
                    OfferId.of(id),
                    TherapistId.of(therapistId),
                    TreatmentId.of(treatmentId),
                    PracticeId.of(practiceId),
                    LocationId.of(locationId),
                    ZoneId.of(zone),
                    start,
                    end,
                    expiresAt,
                    at,
                    OfferOutcome.valueOf(outcome),
                    visit == null ? null : AppointmentId.of(visit));
        }
    }

    static EntryDocument of(WaitlistEntry entry, String place, String secretHash, String bodyHash) {
        return new EntryDocument(
                entry.id().toString(),
                entry.version(),
                entry.sequence(),
                entry.standing().name(),
                place,
                waitsFor(entry),
                null,
                WishDocument.of(entry.wish()),
                ClientDocument.of(entry.client()),
                entry.marks().ref(),
                entry.marks().key(),
                entry.marks().keyId(),
                new ConsentDocument(
                        entry.consent().email(),
                        entry.consent().sms(),
                        entry.consent().at(),
                        entry.consent().wording()),
                entry.known(),
                entry.later() == null
                        ? null
                        : new LaterDocument(
                                entry.later().id().toString(), entry.later().start()),
                entry.since(),
                OfferDocument.of(entry.offer()),
                secretHash,
                bodyHash,
                due(entry, entry.since()),
                null,
                null);
    }

    WaitlistEntry entry() {
        return new WaitlistEntry(
                EntryId.of(id),
                version,
                sequence,
                Standing.valueOf(standing),
                wish.wish(),
                client.client(),
                new ClientMarks(clientRef, clientKey, clientKeyId),
                new Consent(consent.email(), consent.sms(), consent.at(), consent.wording()),
                known,
                later == null ? null : new LaterVisit(AppointmentId.of(later.id()), later.start()),
                since,
                offer == null ? null : offer.offer());
    }

    /** Those that wait say for what. */
    static @Nullable List<String> waitsFor(WaitlistEntry entry) {
        return entry.standing() == Standing.WAITING
                ? List.copyOf(entry.wish().whom().keys())
                : null;
    }

    static Instant due(WaitlistEntry entry, Instant now) {
        Offer offer = entry.offer();
        return switch (entry.standing()) {
            // Everywhere the last date is over by then.
            case WAITING ->
                entry.wish().lastDate().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
            case OFFERED -> (offer == null ? now : offer.expiresAt()).plus(PATIENCE);
            case TAKEN, LEFT -> now.plus(SHOWN_AFTER_END);
        };
    }
}
