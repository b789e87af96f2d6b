package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.client.domain.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * Everything an appointment knows, for storing and telling.
 *
 * @param version rises with every change; a change demands the version it was decided on
 * @param sequence numbers what is published about the appointment, from 1
 * @param requestedUntil when an unanswered request or proposal expires; null once it is answered
 * @param wanted the time it is asked to move to, while that is unanswered
 * @param remindAt when the therapist, who has not answered, is reminded; null when nobody waits for them or it is done
 * @param asked who may answer by link the last thing the client asked for; null where that was never noted
 * @param staffNote what staff note for each other, in nobody else's sight
 * @param late whether the client cancelled inside the cut-off
 * @param linkVersion which of its secret links is valid
 * @param note what the client wrote to the therapist
 * @param intake the form that the client has answered, while there is one
 * @param outcome what staff noted down when they completed the visit
 * @param series where it stands in the series it was booked in; null where it was booked by itself
 * @param companion who is treated at the same time, by another therapist; null in a visit of one person
 * @param numbers the numbers it carries of limits
 * @param alternatives what is held for the client because the therapist is away
 */
public record AppointmentState(
        AppointmentId id,
        long version,
        long sequence,
        Status status,
        Visit visit,
        Client client,
        ClientMarks marks,
        Consent consent,
        @Nullable SealedText note,
        @Nullable Intake intake,
        CancellationTerms terms,
        @Nullable Instant requestedUntil,
        @Nullable Wanted wanted,
        @Nullable Instant remindAt,
        @Nullable Asked asked,
        @Nullable SealedText staffNote,
        boolean intakeNeeded,
        boolean reviewNeeded,
        boolean late,
        int linkVersion,
        @Nullable SealedOutcome outcome,
        @Nullable SeriesPlace series,
        @Nullable Companion companion,
        Set<String> numbers,
        @Nullable Alternatives alternatives,
        List<AuditEntry> audit) {

    /** Tells what is the companion's in a document from what is the client's. */
    private static final String OF_COMPANION = "#companion";

    public AppointmentState {
        numbers = Set.copyOf(numbers);
        audit = List.copyOf(audit);
        if (audit.isEmpty()) {
            throw new IllegalArgumentException("an appointment's life begins with an entry");
        }
    }

    /**
     * When nobody needs it at hand any more: thirty days after the visit, or after its own end where that came later.
     * Its secret link reads until the first of these, so it never has to be looked for in an archive.
     */
    public Instant archivedFrom() {
        Instant ended = lastEntry().at();
        boolean endedLater = !status.takesTime() && ended.isAfter(visit.end());
        return (endedLater ? ended : visit.end()).plus(Appointment.LINK_READS_FOR);
    }

    public AuditEntry lastEntry() {
        return audit.getLast();
    }

    /** The last change that others are told of. */
    public AuditEntry lastTold() {
        return last(entry -> entry.action().isTold());
    }

    /** The last change that led the visit on. */
    public AuditEntry lastStep() {
        return last(entry -> entry.action().isStep());
    }

    /** Life begins with a step that is told. */
    private AuditEntry last(Predicate<AuditEntry> wanted) {
        return audit.reversed().stream().filter(wanted).findFirst().orElseGet(audit::getFirst);
    }

    /** The same, carrying these numbers too. */
    AppointmentState numbered(Set<String> more) {
        return with(asked, Stream.concat(numbers.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** The same, which these accounts may answer by link. */
    AppointmentState asking(List<String> accounts) {
        return with(new Asked(version, accounts), numbers);
    }

    private AppointmentState with(@Nullable Asked newlyAsked, Set<String> newNumbers) {
        return new AppointmentState(
                id,
                version,
                sequence,
                status,
                visit,
                client,
                marks,
                consent,
                note,
                intake,
                terms,
                requestedUntil,
                wanted,
                remindAt,
                newlyAsked,
                staffNote,
                intakeNeeded,
                reviewNeeded,
                late,
                linkVersion,
                outcome,
                series,
                companion,
                newNumbers,
                alternatives,
                audit);
    }

    /** Whoever is treated, in the order of the parts. */
    public List<ClientMarks> people() {
        return companion == null ? List.of(marks) : List.of(marks, companion.marks());
    }

    /** What is sealed about the person of the first part is bound to this, besides its field. */
    public String papers() {
        return companion != null && companion.turned() ? papersOfCompanion(id) : id.toString();
    }

    public static String papersOfCompanion(AppointmentId id) {
        return id + OF_COMPANION;
    }

    /**
     * What concerns the companion in place of what concerns the client, of whom only the name is left. To be looked at,
     * and never to be stored.
     */
    AppointmentState turned(Companion seen) {
        EmailAddress own = seen.email();
        return new AppointmentState(
                id,
                version,
                sequence,
                status,
                visit.turned(),
                new Client(
                        seen.name(),
                        own == null ? client.email() : own,
                        own == null ? client.phone() : null,
                        client.language(),
                        client.zone()),
                seen.marks(),
                new Consent(own != null, false, consent.at(), consent.wording()),
                null,
                seen.intake(),
                terms,
                requestedUntil,
                wanted == null ? null : new Wanted(wanted.visit().turned(), wanted.by(), wanted.expiresAt()),
                remindAt,
                asked,
                seen.staffNote(),
                seen.intakeNeeded(),
                seen.reviewNeeded(),
                late,
                linkVersion,
                seen.outcome(),
                series,
                new Companion(client.name(), null, marks, null, false, false, null, null, seen.accepted(), true),
                numbers,
                alternatives,
                audit);
    }

    /** The same visit, of which nothing waits for an answer any more, until told otherwise. */
    Next next() {
        return new Next(this);
    }

    /** The same in all that waits and stands, until told otherwise. */
    Next same() {
        Next next = new Next(this);
        next.requestedUntil = requestedUntil;
        next.wanted = wanted;
        next.remindAt = remindAt;
        next.late = late;
        next.alternatives = alternatives;
        return next;
    }

    /** To the millisecond, as it is stored. */
    static Instant halfWay(Instant from, Instant until) {
        return from.plus(Duration.between(from, until).dividedBy(2)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** What a change makes of a state. */
    static final class Next {

        private final AppointmentState from;
        private @Nullable Intake intake;
        private boolean reviewNeeded;
        private int linkVersion;
        private Visit visit;
        private Client client;
        private ClientMarks marks;
        private Consent consent;
        private @Nullable SealedText note;
        private @Nullable SealedText staffNote;
        private @Nullable Instant remindAt;
        private @Nullable Instant requestedUntil;
        private @Nullable Wanted wanted;
        private boolean late;
        private @Nullable SealedOutcome outcome;
        private @Nullable Companion companion;
        private Set<String> numbers;
        private @Nullable Alternatives alternatives;

        private Next(AppointmentState from) {
            this.from = from;
            this.visit = from.visit;
            this.client = from.client;
            this.marks = from.marks;
            this.consent = from.consent;
            this.note = from.note;
            this.staffNote = from.staffNote;
            this.intake = from.intake;
            this.reviewNeeded = from.reviewNeeded;
            this.linkVersion = from.linkVersion;
            this.outcome = from.outcome;
            this.companion = from.companion;
            this.numbers = from.numbers;
        }

        Next takingPlace(Visit then) {
            visit = then;
            return this;
        }

        Next waitingUntil(Instant until) {
            requestedUntil = until;
            return this;
        }

        /** The therapist has until then to answer, and is reminded half-way. */
        Next askingTherapist(Instant now, Instant until) {
            remindAt = halfWay(now, until);
            companion = companion == null ? null : companion.askedAnew();
            return this;
        }

        Next with(Companion changed) {
            companion = changed;
            return this;
        }

        Next reminded() {
            remindAt = null;
            return this;
        }

        /** Another contact did not book it, and nothing is left of the one who was thought to. */
        Next of(Client corrected, ClientMarks theirs) {
            numbers = theirs.ref().equals(marks.ref()) ? numbers : Limit.withoutContacts(numbers);
            client = corrected;
            marks = theirs;
            visit = visit.of(corrected.name());
            wanted = wanted == null
                    ? null
                    : new Wanted(wanted.visit().of(corrected.name()), wanted.by(), wanted.expiresAt());
            return this;
        }

        Next agreeing(Consent chosen) {
            consent = chosen;
            return this;
        }

        Next writtenOn(SealedTexts texts) {
            intake = texts.intake();
            return noting(texts.note(), texts.staffNote());
        }

        Next noting(@Nullable SealedText forClient, @Nullable SealedText forStaff) {
            note = forClient;
            staffNote = forStaff;
            return this;
        }

        Next wanting(Wanted another) {
            wanted = another;
            return this;
        }

        /** Whoever of both was to be asked, the time is agreed on now. */
        Next agreedByAll() {
            companion = companion == null ? null : companion.acceptedBy(visit.therapists());
            return this;
        }

        Next answered(Intake given, boolean toBeReviewed, boolean ofCompanion) {
            if (ofCompanion && companion != null) {
                companion = companion.answered(given, toBeReviewed);
                return this;
            }
            intake = given;
            reviewNeeded = toBeReviewed;
            return this;
        }

        Next reviewed() {
            companion = companion == null ? null : companion.reviewed();
            return agreedByAll().clientReviewed();
        }

        Next clientReviewed() {
            reviewNeeded = false;
            return this;
        }

        Next underAnotherLink() {
            linkVersion++;
            return this;
        }

        Next late(boolean isLate) {
            late = isLate;
            return this;
        }

        Next offering(Alternatives held) {
            alternatives = held;
            return this;
        }

        Next endingIn(SealedOutcome noted, boolean ofCompanion) {
            if (ofCompanion && companion != null) {
                companion = companion.endingIn(noted);
            } else {
                outcome = noted;
            }
            return this;
        }

        AppointmentState after(AuditEntry entry) {
            return new AppointmentState(
                    from.id,
                    from.version + 1,
                    entry.action().isTold() ? from.sequence + 1 : from.sequence,
                    entry.to(),
                    visit,
                    client,
                    marks,
                    consent,
                    note,
                    intake,
                    from.terms,
                    requestedUntil,
                    wanted,
                    remindAt,
                    from.asked,
                    staffNote,
                    from.intakeNeeded && intake == null,
                    reviewNeeded,
                    late,
                    linkVersion,
                    outcome,
                    from.series,
                    companion,
                    numbers.stream()
                            .filter(number -> Limit.isCarried(number, entry.to()))
                            .collect(Collectors.toUnmodifiableSet()),
                    alternatives,
                    Stream.concat(from.audit.stream(), Stream.of(entry)).toList());
        }
    }
}
