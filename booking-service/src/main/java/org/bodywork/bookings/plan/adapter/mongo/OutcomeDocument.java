package org.bodywork.bookings.plan.adapter.mongo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.plan.domain.Outcome;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.platform.outbox.Staged;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An outcome as stored; what was measured and answered is encrypted.
 *
 * @param id of the visit
 * @param scoreHashes of the secrets of its scores, to be found by
 * @param planId of the plan that an answer was told with, where there was one
 */
record OutcomeDocument(
        @Id String id,
        long version,
        long sequence,
        String practiceId,
        String therapistId,
        String clientRef,
        String clientKey,
        String clientKeyId,
        String zone,
        Instant start,
        @Nullable Instant askedFrom,
        @Nullable String before,
        @Nullable String after,
        @Nullable String day1,
        @Nullable String day3,
        @Nullable Instant attentionAt,
        @Nullable String planId,
        List<String> scoreHashes,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "outcomes";

    static OutcomeDocument of(
            Outcome outcome, @Nullable String planId, List<String> scoreHashes, @Nullable Staged staged) {
        return new OutcomeDocument(
                outcome.visit().toString(),
                outcome.version(),
                outcome.sequence(),
                outcome.practice().toString(),
                outcome.therapist().toString(),
                outcome.marks().ref(),
                outcome.marks().key(),
                outcome.marks().keyId(),
                outcome.zone().getId(),
                outcome.start(),
                outcome.askedFrom(),
                stored(outcome.before()),
                stored(outcome.after()),
                stored(outcome.day1()),
                stored(outcome.day3()),
                outcome.attentionAt(),
                planId,
                scoreHashes,
                staged == null ? null : staged.entries(),
                staged == null ? null : staged.lease());
    }

    Outcome outcome() {
        return new Outcome(
                AppointmentId.of(id),
                version,
                sequence,
                PracticeId.of(practiceId),
                TherapistId.of(therapistId),
                new ClientMarks(clientRef, clientKey, clientKeyId),
                ZoneId.of(zone),
                start,
                askedFrom,
                sealed(before),
                sealed(after),
                sealed(day1),
                sealed(day3),
                attentionAt);
    }

    private static @Nullable String stored(@Nullable SealedText text) {
        return text == null ? null : text.value();
    }

    private static @Nullable SealedText sealed(@Nullable String stored) {
        return stored == null ? null : new SealedText(stored);
    }
}
