package org.bodywork.notifications.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.bodywork.notifications.notification.domain.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A notice as stored: a row of the ledger of its own.
 *
 * @param id derived from what it is about, so that it cannot be planned twice
 * @param day of an agenda the day, of a credential its last valid one
 * @param zone in which the day is meant; none where a day is only named
 * @param sealed address and language, still encrypted, of whom only the event names; gone once nothing is left to do
 * @param due when it is to be looked at; gone once nothing is left to do
 * @param at when it ended
 * @param possibleRepeat whether it may have gone out twice
 */
record NoticeDocument(
        @Id String id,
        Kind kind,
        String accountId,
        String therapistId,
        String day,
        @Nullable String zone,
        @Nullable String locale,
        @Nullable String sealed,
        State state,
        @Nullable Reason reason,
        Instant dueAt,
        Instant usefulUntil,
        @Nullable Instant due,
        @Nullable Instant at,
        @Nullable String providerId,
        boolean possibleRepeat) {

    static final String COLLECTION = "notices";

    enum Kind {
        AGENDA,
        CREDENTIAL_EXPIRING
    }

    enum State {
        PLANNED,
        /** Being handed over; if this is found later, the answer was lost. */
        SENDING,
        SENT,
        FAILED,
        SKIPPED,
        EXPIRED
    }

    static NoticeDocument agenda(
            String account, String therapist, LocalDate day, String zone, Instant due, Instant usefulUntil) {
        return new NoticeDocument(
                agendasOf(therapist, day) + account,
                Kind.AGENDA,
                account,
                therapist,
                day.toString(),
                zone,
                null,
                null,
                State.PLANNED,
                null,
                due,
                usefulUntil,
                due,
                null,
                null,
                false);
    }

    /** What the ids of all agendas of a therapist's day begin with. */
    static String agendasOf(String therapist, LocalDate day) {
        return "agenda|%s|%s|".formatted(therapist, day);
    }

    static NoticeDocument warning(CredentialExpiring event, Instant now, Instant usefulUntil) {
        return new NoticeDocument(
                event.id(),
                Kind.CREDENTIAL_EXPIRING,
                event.accountId(),
                event.therapistId(),
                event.expires().toString(),
                null,
                event.locale(),
                event.sealed(),
                State.PLANNED,
                null,
                now,
                usefulUntil,
                now,
                null,
                null,
                false);
    }

    LocalDate localDay() {
        return LocalDate.parse(day);
    }

    boolean isUseful(Instant now) {
        return now.isBefore(usefulUntil);
    }
}
