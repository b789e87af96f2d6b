package org.bodywork.bookings.appointment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything an appointment knows, for storing and telling.
 *
 * @param version rises with every change; a change demands the version it was decided on
 * @param sequence numbers what is published about the appointment, from 1
 * @param requestedUntil when an unanswered request expires; null once it is answered
 * @param late whether the client cancelled inside the cut-off
 * @param linkVersion which of its secret links is valid
 * @param numbers the numbers it carries of limits
 * @param outcome what staff noted down when they completed the visit
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
        @Nullable String note,
        CancellationTerms terms,
        @Nullable Instant requestedUntil,
        boolean intakeNeeded,
        boolean reviewNeeded,
        boolean late,
        int linkVersion,
        @Nullable VisitOutcome outcome,
        Set<String> numbers,
        List<AuditEntry> audit) {

    public AppointmentState {
        numbers = Set.copyOf(numbers);
        audit = List.copyOf(audit);
        if (audit.isEmpty()) {
            throw new IllegalArgumentException("an appointment's life begins with an entry");
        }
    }

    /** The state after the change that the entry tells of; only a request waits for anything. */
    AppointmentState after(AuditEntry entry, boolean late, @Nullable VisitOutcome outcome) {
        return new AppointmentState(
                id,
                version + 1,
                sequence + 1,
                entry.to(),
                visit,
                client,
                marks,
                consent,
                note,
                terms,
                null,
                intakeNeeded,
                reviewNeeded,
                late,
                linkVersion,
                outcome,
                numbers.stream()
                        .filter(number -> Limit.isCarried(number, entry.to()))
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.concat(audit.stream(), Stream.of(entry)).toList());
    }

    public AuditEntry lastEntry() {
        return audit.getLast();
    }
}
