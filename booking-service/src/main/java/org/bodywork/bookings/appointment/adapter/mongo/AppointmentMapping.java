package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.AlternativesDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.AskedDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.AuditDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.ClientDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.CompanionDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.ConsentDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.IntakeDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.LetterheadDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.OutcomeDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.ReadingDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.SeriesDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.TermsDocument;
import org.bodywork.bookings.appointment.adapter.mongo.AppointmentDocument.WantedDocument;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Alternatives;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Asked;
import org.bodywork.bookings.appointment.domain.AuditEntry;
import org.bodywork.bookings.appointment.domain.CancellationTerms;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Intake;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.IntakeReading.Of;
import org.bodywork.bookings.appointment.domain.Language;
import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.Limit;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.appointment.domain.Wanted;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Waiver;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Update;

/** Between an appointment and its document. */
final class AppointmentMapping {

    private final ManageLinks links;

    AppointmentMapping(ManageLinks links) {
        this.links = links;
    }

    AppointmentDocument document(Appointment appointment, Fingerprint fingerprint, Staged staged) {
        AppointmentState state = appointment.state();
        Visit visit = state.visit();
        TakenText taken = TakenText.of(appointment);
        return new AppointmentDocument(
                state.id().toString(),
                AppointmentDocument.VISIT,
                state.version(),
                state.sequence(),
                state.status().name(),
                visit.practice().toString(),
                visit.location().toString(),
                StoredVisit.parts(visit),
                visit.zone().getId(),
                visit.localStart().toString(),
                visit.start(),
                visit.end(),
                visit.timeRevision(),
                List.copyOf(appointment.occupied()),
                taken.where(),
                taken.what(),
                document(state.client()),
                state.marks().ref(),
                state.marks().key(),
                state.marks().keyId(),
                document(state.consent()),
                stored(state.note()),
                document(state.intake()),
                stored(state.staffNote()),
                new TermsDocument(
                        state.terms().cutoff().toMinutes(), state.terms().feeText()),
                state.intakeNeeded(),
                state.reviewNeeded(),
                state.late(),
                state.requestedUntil(),
                wanted(appointment),
                state.remindAt(),
                asked(appointment),
                due(state),
                state.lastTold().at(),
                state.linkVersion(),
                links.keyId(),
                links.hashOf(appointment),
                fingerprint.requestKey(),
                fingerprint.bodyHash(),
                document(state.outcome()),
                document(state.series()),
                document(state.alternatives()),
                companion(appointment),
                state.audit().stream().map(AppointmentMapping::document).toList(),
                null,
                staged.entries(),
                staged.lease());
    }

    Appointment appointment(AppointmentDocument stored) {
        return Appointment.of(new AppointmentState(
                AppointmentId.of(stored.id()),
                stored.version(),
                stored.sequence(),
                Status.valueOf(stored.status()),
                stored.visit(),
                client(stored.client()),
                new ClientMarks(stored.clientRef(), stored.clientKey(), stored.clientKeyId()),
                consent(stored.consent()),
                sealed(stored.note()),
                intake(stored.intake()),
                new CancellationTerms(
                        Duration.ofMinutes(stored.terms().cutoffMinutes()),
                        stored.terms().feeText()),
                stored.expiresAt(),
                wanted(stored.wanted()),
                stored.remindAt(),
                asked(stored.asked()),
                sealed(stored.staffNote()),
                stored.intakeNeeded(),
                stored.reviewNeeded(),
                stored.late(),
                stored.linkVersion(),
                outcome(stored.outcome()),
                place(stored.series()),
                companion(stored.companion()),
                Limit.numbersAmong(stored.occupied()),
                alternatives(stored.alternatives()),
                stored.audit().stream().map(AppointmentMapping::entry).toList()));
    }

    /** Whatever a document of the collection is. */
    Holder holder(Document stored, MongoConverter converter) {
        if (BlockDocument.isBlock(stored)) {
            return converter.read(BlockDocument.class, stored).block();
        }
        return HoldDocument.isHold(stored)
                ? converter.read(HoldDocument.class, stored).hold()
                : appointment(converter.read(AppointmentDocument.class, stored));
    }

    static @Nullable WantedDocument wanted(Appointment appointment) {
        Wanted wanted = appointment.state().wanted();
        if (wanted == null) {
            return null;
        }
        Visit visit = wanted.visit();
        return new WantedDocument(
                visit.practice().toString(),
                visit.location().toString(),
                StoredVisit.parts(visit),
                visit.zone().getId(),
                visit.localStart().toString(),
                visit.start(),
                visit.end(),
                visit.timeRevision(),
                wanted.by().name(),
                wanted.expiresAt(),
                List.copyOf(appointment.claims().getLast().keys()));
    }

    /** The secrets themselves are stored nowhere. */
    @Nullable AskedDocument asked(Appointment appointment) {
        Asked asked = appointment.state().asked();
        return asked == null
                ? null
                : new AskedDocument(
                        asked.version(),
                        asked.accounts(),
                        asked.accounts().stream()
                                .map(account -> links.answerHashOf(appointment, asked, account))
                                .toList());
    }

    /** The secret of the companion's link is stored nowhere either. */
    @Nullable CompanionDocument companion(Appointment appointment) {
        Companion companion = appointment.state().companion();
        EmailAddress email = companion == null ? null : companion.email();
        return companion == null
                ? null
                : new CompanionDocument(
                        companion.name(),
                        email == null ? null : email.value(),
                        companion.marks().ref(),
                        companion.marks().key(),
                        companion.marks().keyId(),
                        document(companion.intake()),
                        companion.intakeNeeded(),
                        companion.reviewNeeded(),
                        stored(companion.staffNote()),
                        document(companion.outcome()),
                        companion.accepted().stream()
                                .map(TherapistId::toString)
                                .sorted()
                                .toList(),
                        links.hashOfCompanion(appointment));
    }

    private static @Nullable Companion companion(@Nullable CompanionDocument stored) {
        return stored == null
                ? null
                : new Companion(
                        stored.name(),
                        stored.email() == null ? null : new EmailAddress(stored.email()),
                        new ClientMarks(stored.ref(), stored.key(), stored.keyId()),
                        intake(stored.intake()),
                        stored.intakeNeeded(),
                        stored.reviewNeeded(),
                        sealed(stored.staffNote()),
                        outcome(stored.outcome()),
                        stored.accepted().stream().map(TherapistId::of).collect(Collectors.toUnmodifiableSet()),
                        false);
    }

    private static @Nullable Asked asked(@Nullable AskedDocument stored) {
        return stored == null ? null : new Asked(stored.version(), stored.accounts());
    }

    private static @Nullable Wanted wanted(@Nullable WantedDocument stored) {
        return stored == null ? null : new Wanted(stored.visit(), Actor.Kind.valueOf(stored.by()), stored.expiresAt());
    }

    /**
     * When there is next something to do about it by itself: what nobody answers is reminded of and expires, a visit that
     * took place is remembered of its client, and in the end all go to the archive.
     */
    static Instant due(AppointmentState state) {
        return state.status() == Status.COMPLETED ? state.lastEntry().at() : dueOnceSettled(state);
    }

    /** The same, when what follows a change by itself has been done. */
    static Instant dueOnceSettled(AppointmentState state) {
        Wanted wanted = state.wanted();
        return Stream.of(
                        Optional.ofNullable(state.remindAt()),
                        Optional.ofNullable(state.requestedUntil()),
                        Optional.ofNullable(wanted).map(Wanted::expiresAt))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElseGet(state::archivedFrom);
    }

    static AuditDocument document(AuditEntry entry) {
        return new AuditDocument(
                entry.at(),
                entry.by().kind().name(),
                entry.by().accountId(),
                entry.action().name(),
                entry.reason(),
                entry.from() == null ? null : entry.from().name(),
                entry.to().name(),
                entry.start(),
                entry.room(),
                entry.waived().isEmpty()
                        ? null
                        : entry.waived().stream().map(Enum::name).sorted().toList());
    }

    static @Nullable OutcomeDocument document(@Nullable SealedOutcome outcome) {
        return outcome == null
                ? null
                : new OutcomeDocument(
                        stored(outcome.painScore()),
                        stored(outcome.notes()),
                        stored(outcome.procedure()),
                        document(outcome.letterhead()));
    }

    private static @Nullable SealedOutcome outcome(@Nullable OutcomeDocument stored) {
        return stored == null
                ? null
                : new SealedOutcome(
                        sealed(stored.painScore()),
                        sealed(stored.notes()),
                        sealed(stored.procedure()),
                        letterhead(stored.letterhead()));
    }

    static @Nullable AlternativesDocument document(@Nullable Alternatives alternatives) {
        return alternatives == null ? null : new AlternativesDocument(alternatives.handover(), alternatives.until());
    }

    private static @Nullable Alternatives alternatives(@Nullable AlternativesDocument stored) {
        return stored == null ? null : new Alternatives(stored.handover(), stored.until());
    }

    private static @Nullable LetterheadDocument document(@Nullable Letterhead letterhead) {
        return letterhead == null
                ? null
                : new LetterheadDocument(
                        letterhead.practice(), letterhead.place(), letterhead.address(), letterhead.licences());
    }

    private static @Nullable Letterhead letterhead(@Nullable LetterheadDocument stored) {
        return stored == null
                ? null
                : new Letterhead(stored.practice(), stored.place(), stored.address(), stored.licences());
    }

    private static @Nullable SeriesDocument document(@Nullable SeriesPlace place) {
        return place == null ? null : new SeriesDocument(place.series(), place.number(), place.of());
    }

    private static @Nullable SeriesPlace place(@Nullable SeriesDocument stored) {
        return stored == null ? null : new SeriesPlace(stored.id(), stored.number(), stored.of());
    }

    void renewLink(Appointment appointment, Update update) {
        update.set("linkVersion", appointment.state().linkVersion())
                .set("linkKeyId", links.keyId())
                .set("secretHash", links.hashOf(appointment));
    }

    static ReadingDocument document(IntakeReading reading) {
        return new ReadingDocument(
                reading.at(),
                reading.accountId(),
                reading.of() == Of.INTAKE ? null : reading.of().name());
    }

    static List<IntakeReading> readings(AppointmentDocument stored) {
        List<ReadingDocument> readings = stored.readings();
        return readings == null
                ? List.of()
                : readings.stream()
                        .map(reading -> new IntakeReading(
                                reading.at(),
                                reading.accountId(),
                                reading.of() == null ? Of.INTAKE : Of.valueOf(reading.of())))
                        .toList();
    }

    static @Nullable IntakeDocument document(@Nullable Intake intake) {
        return intake == null
                ? null
                : new IntakeDocument(
                        intake.form(), intake.at(), intake.answers().value());
    }

    private static @Nullable Intake intake(@Nullable IntakeDocument stored) {
        return stored == null ? null : new Intake(stored.form(), stored.at(), new SealedText(stored.answers()));
    }

    static @Nullable String stored(@Nullable SealedText text) {
        return text == null ? null : text.value();
    }

    private static @Nullable SealedText sealed(@Nullable String stored) {
        return stored == null ? null : new SealedText(stored);
    }

    static ClientDocument document(Client client) {
        return new ClientDocument(
                client.name(),
                client.email().value(),
                client.phone(),
                client.language().tag(),
                client.zone() == null ? null : client.zone().getId());
    }

    static ConsentDocument document(Consent consent) {
        return new ConsentDocument(consent.email(), consent.sms(), consent.at(), consent.wording());
    }

    private static Client client(ClientDocument stored) {
        return new Client(
                stored.name(),
                new EmailAddress(stored.email()),
                stored.phone(),
                Language.ofTag(stored.locale()).orElse(Language.EN),
                stored.zone() == null ? null : ZoneId.of(stored.zone()));
    }

    private static Consent consent(ConsentDocument stored) {
        return new Consent(stored.email(), stored.sms(), stored.at(), stored.wording());
    }

    private static AuditEntry entry(AuditDocument stored) {
        return new AuditEntry(
                stored.at(),
                new Actor(Actor.Kind.valueOf(stored.by()), stored.accountId()),
                AuditEntry.Action.valueOf(stored.action()),
                stored.reason(),
                stored.from() == null ? null : Status.valueOf(stored.from()),
                Status.valueOf(stored.to()),
                stored.start(),
                stored.room(),
                waived(stored.waived()));
    }

    private static Set<Waiver> waived(@Nullable List<String> stored) {
        return stored == null ? Set.of() : stored.stream().map(Waiver::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
