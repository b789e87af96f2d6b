package org.bodywork.bookings.plan.adapter.mongo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.plan.domain.Cadence;
import org.bodywork.bookings.plan.domain.PlanEntry;
import org.bodywork.bookings.plan.domain.PlanId;
import org.bodywork.bookings.plan.domain.PlanStatus;
import org.bodywork.bookings.plan.domain.PlannedVisit;
import org.bodywork.bookings.plan.domain.Terms;
import org.bodywork.bookings.plan.domain.TreatmentPlan;
import org.bodywork.bookings.plan.domain.UsualTime;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.platform.outbox.Staged;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A plan as stored.
 *
 * @param open client and therapist while it is open: no two plans have the same
 * @param care encrypted
 * @param secretHash of the secret of its link, to be found by
 * @param lastStart of the last visit, to find those of a span of time by
 */
record PlanDocument(
        @Id String id,
        long version,
        long sequence,
        String status,
        @Nullable String open,
        String practiceId,
        String locationId,
        String therapistId,
        String treatmentId,
        String zone,
        String clientRef,
        String clientKey,
        String clientKeyId,
        ClientPart client,
        ConsentPart consent,
        int planned,
        int everyDays,
        String weekday,
        String time,
        String care,
        List<VisitPart> visits,
        Instant lastStart,
        @Nullable String toldOf,
        @Nullable Instant due,
        String secretHash,
        List<EntryPart> audit,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "plans";

    static PlanDocument of(TreatmentPlan plan, String secretHash, @Nullable Staged staged) {
        return new PlanDocument(
                plan.id().toString(),
                plan.version(),
                plan.sequence(),
                plan.status().name(),
                openKey(plan),
                plan.practice().toString(),
                plan.location().toString(),
                plan.therapist().toString(),
                plan.treatment().toString(),
                plan.zone().getId(),
                plan.marks().ref(),
                plan.marks().key(),
                plan.marks().keyId(),
                ClientPart.of(plan.client()),
                ConsentPart.of(plan.consent()),
                plan.terms().visits(),
                plan.terms().every().days(),
                plan.terms().usual().weekday().name(),
                plan.terms().usual().time().toString(),
                plan.care().value(),
                plan.visits().stream().map(VisitPart::of).toList(),
                plan.lastVisit().start(),
                plan.toldOf() == null ? null : plan.toldOf().toString(),
                plan.due(),
                secretHash,
                plan.audit().stream().map(EntryPart::of).toList(),
                staged == null ? null : staged.entries(),
                staged == null ? null : staged.lease());
    }

    static @Nullable String openKey(TreatmentPlan plan) {
        return plan.status().isOpen() ? openKey(plan.marks(), plan.therapist()) : null;
    }

    static String openKey(ClientMarks client, TherapistId therapist) {
        return client.key() + "|" + therapist;
    }

    TreatmentPlan plan() {
        return new TreatmentPlan(
                PlanId.of(id),
                version,
                sequence,
                PlanStatus.valueOf(status),
                PracticeId.of(practiceId),
                LocationId.of(locationId),
                TherapistId.of(therapistId),
                TreatmentId.of(treatmentId),
                ZoneId.of(zone),
                new ClientMarks(clientRef, clientKey, clientKeyId),
                client.client(),
                consent.consent(),
                new Terms(
                        planned,
                        new Cadence(everyDays),
                        new UsualTime(DayOfWeek.valueOf(weekday), LocalTime.parse(time))),
                new SealedText(care),
                visits.stream().map(VisitPart::visit).toList(),
                toldOf == null ? null : LocalDate.parse(toldOf),
                due,
                audit.stream().map(EntryPart::entry).toList());
    }

    record ClientPart(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {

        static ClientPart of(Client client) {
            ZoneId zone = client.zone();
            return new ClientPart(
                    client.name(),
                    client.email().value(),
                    client.phone(),
                    client.language().tag(),
                    zone == null ? null : zone.getId());
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

    record ConsentPart(boolean email, boolean sms, Instant at, String wording) {

        static ConsentPart of(Consent consent) {
            return new ConsentPart(consent.email(), consent.sms(), consent.at(), consent.wording());
        }

        Consent consent() {
            return new Consent(email, sms, at, wording);
        }
    }

    record VisitPart(String appointmentId, Instant start) {

        static VisitPart of(PlannedVisit visit) {
            return new VisitPart(visit.id().toString(), visit.start());
        }

        PlannedVisit visit() {
            return new PlannedVisit(AppointmentId.of(appointmentId), start);
        }
    }

    record EntryPart(Instant at, String by, @Nullable String accountId, String action) {

        static EntryPart of(PlanEntry entry) {
            return new EntryPart(
                    entry.at(),
                    entry.by().kind().name(),
                    entry.by().accountId(),
                    entry.action().name());
        }

        PlanEntry entry() {
            return new PlanEntry(at, new Actor(Actor.Kind.valueOf(by), accountId), PlanEntry.Action.valueOf(action));
        }
    }
}
