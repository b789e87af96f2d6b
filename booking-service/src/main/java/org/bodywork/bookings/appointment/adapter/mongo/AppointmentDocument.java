package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Instant;
import java.util.List;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * An appointment as it is stored. Only insertion writes it whole; everything after changes single fields.
 *
 * @param occupied the keys of time it takes and its numbers of limits, held apart by a unique sparse index; absent once
 *     there are none, because two empty arrays would collide
 * @param takenAt with {@code taken} what of them openings depend on, see {@link TakenText}; absent in documents of
 *     before, until {@link OlderVisits} adds both
 * @param expiresAt when it ends by itself; absent once that cannot happen any more
 * @param wanted the time it is asked to move to
 * @param remindAt when the therapist, who has not answered, is reminded
 * @param asked who may answer by link what the client asked for
 * @param toldAt when the last change that others are told of was made; absent in documents of before
 * @param series where it stands in the series it was booked in; absent where it was booked by itself
 * @param readings who has read the intake; they change nothing, so no version rises with them
 * @param due when due work looks at it next
 * @param companion absent in a visit of one person, and in documents of before
 * @param note encrypted with the client's own key; in documents of before, with the record key
 */
record AppointmentDocument(
        @Id String id,
        String kind,
        long version,
        long sequence,
        String status,
        String practiceId,
        String locationId,
        List<PartDocument> parts,
        String zone,
        String localStart,
        Instant start,
        Instant end,
        int timeRevision,
        @Nullable List<String> occupied,
        @Nullable String takenAt,
        @Nullable String taken,
        ClientDocument client,
        String clientRef,
        String clientKey,
        String clientKeyId,
        ConsentDocument consent,
        @Nullable String note,
        @Nullable IntakeDocument intake,
        @Nullable String staffNote,
        TermsDocument terms,
        boolean intakeNeeded,
        boolean reviewNeeded,
        boolean late,
        @Nullable Instant expiresAt,
        @Nullable WantedDocument wanted,
        @Nullable Instant remindAt,
        @Nullable AskedDocument asked,
        @Nullable Instant due,
        @Nullable Instant toldAt,
        int linkVersion,
        String linkKeyId,
        String secretHash,
        String requestKey,
        String bodyHash,
        @Nullable OutcomeDocument outcome,
        @Nullable SeriesDocument series,
        @Nullable AlternativesDocument alternatives,
        @Nullable CompanionDocument companion,
        List<AuditDocument> audit,
        @Nullable List<ReadingDocument> readings,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay)
        implements StoredVisit {

    static final String COLLECTION = "appointments";
    static final String VISIT = "visit";

    record PartDocument(
            String therapistId,
            String therapistName,
            String treatmentId,
            String treatmentName,
            long minutes,
            long bufferMinutes,
            String price,
            String currency,
            @Nullable String room,
            @Nullable String person) {}

    record ClientDocument(
            String name,
            String email,
            @Nullable String phone,
            String locale,
            @Nullable String zone) {}

    record ConsentDocument(boolean email, boolean sms, Instant at, String wording) {}

    record TermsDocument(long cutoffMinutes, String feeText) {}

    /** The form that the client has answered; the answers are encrypted like the note. */
    record IntakeDocument(String form, Instant at, String answers) {}

    /**
     * Somebody has read the answers.
     *
     * @param of what was read; absent where it is the intake
     */
    record ReadingDocument(
            Instant at, String accountId, @Nullable String of) {}

    /**
     * Who is treated at the same time as the client; what is health is encrypted.
     *
     * @param secretHash the SHA-256 of the secret of their own link, to be found by
     * @param accepted ids of the therapists who have said yes
     */
    record CompanionDocument(
            String name,
            @Nullable String email,
            String ref,
            String key,
            String keyId,
            @Nullable IntakeDocument intake,
            boolean intakeNeeded,
            boolean reviewNeeded,
            @Nullable String staffNote,
            @Nullable OutcomeDocument outcome,
            List<String> accepted,
            String secretHash) {}

    /** What staff noted down at the end, encrypted, and in the clear who gave the visit, which is public. */
    record OutcomeDocument(
            @Nullable String painScore,
            @Nullable String notes,
            @Nullable String procedure,
            @Nullable LetterheadDocument letterhead) {}

    /** What is held for the client because the therapist is away. */
    record AlternativesDocument(String handover, Instant until) {}

    record LetterheadDocument(
            @Nullable String practice, @Nullable String place, List<String> address, List<String> licences) {}

    /**
     * Accounts of staff.
     *
     * @param hashes the SHA-256 of each one's secret, to be found by
     */
    record AskedDocument(long version, List<String> accounts, List<String> hashes) {}

    record SeriesDocument(String id, int number, int of) {}

    record AuditDocument(
            Instant at,
            String by,
            @Nullable String accountId,
            String action,
            @Nullable String reason,
            @Nullable String from,
            String to,
            @Nullable Instant start,
            @Nullable String room,
            @Nullable List<String> waived) {}

    /**
     * Another time for the visit.
     *
     * @param keys what it takes beyond what the visit has; they lie in {@code occupied} too
     */
    record WantedDocument(
            String practiceId,
            String locationId,
            List<PartDocument> parts,
            String zone,
            String localStart,
            Instant start,
            Instant end,
            int timeRevision,
            String by,
            Instant expiresAt,
            List<String> keys)
            implements StoredVisit {}
}
