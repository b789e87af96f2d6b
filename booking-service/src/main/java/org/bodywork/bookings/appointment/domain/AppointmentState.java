package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
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
 * @param late whether the client cancelled inside the cut-off
 * @param linkVersion which of its secret links is valid
 * @param note what the client wrote to the therapist
 * @param outcome what staff noted down when they completed the visit
 * @param numbers the numbers it carries of limits
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
        CancellationTerms terms,
        @Nullable Instant requestedUntil,
        @Nullable Wanted wanted,
        boolean intakeNeeded,
        boolean reviewNeeded,
        boolean late,
        int linkVersion,
        @Nullable SealedOutcome outcome,
        Set<String> numbers,
        List<AuditEntry> audit) {

    public AppointmentState {
        numbers = Set.copyOf(numbers);
        audit = List.copyOf(audit);
        if (audit.isEmpty()) {
            throw new IllegalArgumentException("an appointment's life begins with an entry");
        }
    }

    public AuditEntry lastEntry() {
        return audit.getLast();
    }

    /** The same, carrying these numbers too. */
    AppointmentState numbered(Set<String> more) {
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
                terms,
                requestedUntil,
                wanted,
                intakeNeeded,
                reviewNeeded,
                late,
                linkVersion,
                outcome,
                Stream.concat(numbers.stream(), more.stream()).collect(Collectors.toUnmodifiableSet()),
                audit);
    }

    /** The same visit, of which nothing waits for an answer any more, until told otherwise. */
    Next next() {
        return new Next(this);
    }

    /** What a change makes of a state. */
    static final class Next {

        private final AppointmentState from;
        private Visit visit;
        private @Nullable Instant requestedUntil;
        private @Nullable Wanted wanted;
        private boolean late;
        private @Nullable SealedOutcome outcome;

        private Next(AppointmentState from) {
            this.from = from;
            this.visit = from.visit;
            this.outcome = from.outcome;
        }

        Next takingPlace(Visit then) {
            visit = then;
            return this;
        }

        Next waitingUntil(Instant until) {
            requestedUntil = until;
            return this;
        }

        Next wanting(Wanted another) {
            wanted = another;
            return this;
        }

        Next late(boolean isLate) {
            late = isLate;
            return this;
        }

        Next endingIn(SealedOutcome noted) {
            outcome = noted;
            return this;
        }

        AppointmentState after(AuditEntry entry) {
            return new AppointmentState(
                    from.id,
                    from.version + 1,
                    from.sequence + 1,
                    entry.to(),
                    visit,
                    from.client,
                    from.marks,
                    from.consent,
                    from.note,
                    from.terms,
                    requestedUntil,
                    wanted,
                    from.intakeNeeded,
                    from.reviewNeeded,
                    late,
                    from.linkVersion,
                    outcome,
                    from.numbers.stream()
                            .filter(number -> Limit.isCarried(number, entry.to()))
                            .collect(Collectors.toUnmodifiableSet()),
                    Stream.concat(from.audit.stream(), Stream.of(entry)).toList());
        }
    }
}
