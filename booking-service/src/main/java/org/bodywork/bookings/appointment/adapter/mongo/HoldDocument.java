package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Limit;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A visit while it is only held: it has no client yet, which is how it is told from an appointment.
 *
 * @param sequence always 0: other services are not told of holds
 * @param due when it ends or, once ended, when it may be dropped
 * @param heldFor what it is kept for; absent where a visitor is just booking it, and in documents of before
 */
record HoldDocument(
        @Id String id,
        String kind,
        long version,
        long sequence,
        String status,
        String practiceId,
        String locationId,
        List<AppointmentDocument.PartDocument> parts,
        String zone,
        String localStart,
        Instant start,
        Instant end,
        int timeRevision,
        @Nullable List<String> occupied,
        @Nullable String takenAt,
        @Nullable String taken,
        boolean renewed,
        Instant expiresAt,
        Instant changedAt,
        Instant due,
        @Nullable HeldForDocument heldFor,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay)
        implements StoredVisit {

    static final String HELD = "HELD";
    static final String ENDED = "EXPIRED";

    /** What a hold has and an appointment may not have. */
    static final List<String> OWN_FIELDS = List.of("renewed", "changedAt", "expiresAt", "due", "heldFor");

    private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

    static HoldDocument of(Hold hold, Staged staged) {
        Visit visit = hold.visit();
        TakenText taken = TakenText.of(hold);
        return new HoldDocument(
                hold.id().toString(),
                AppointmentDocument.VISIT,
                hold.version(),
                0,
                status(hold),
                visit.practice().toString(),
                visit.location().toString(),
                StoredVisit.parts(visit),
                visit.zone().getId(),
                visit.localStart().toString(),
                visit.start(),
                visit.end(),
                visit.timeRevision(),
                List.copyOf(hold.occupied()),
                taken.where(),
                taken.what(),
                hold.renewed(),
                hold.expiresAt(),
                hold.changedAt(),
                due(hold),
                HeldForDocument.of(hold.heldFor()),
                staged.entries(),
                staged.lease());
    }

    Hold hold() {
        return new Hold(
                AppointmentId.of(id),
                version,
                status.equals(HELD),
                renewed,
                visit(),
                Limit.numbersAmong(occupied),
                expiresAt,
                changedAt,
                heldFor == null ? null : heldFor.heldFor());
    }

    static String status(Hold hold) {
        return hold.open() ? HELD : ENDED;
    }

    static Instant due(Hold hold) {
        if (hold.open()) {
            return hold.expiresAt();
        }
        // A number of a day that is still to come must not be found free again.
        Instant ended = hold.keptNumbers().isEmpty()
                        || hold.changedAt().isAfter(hold.visit().start())
                ? hold.changedAt()
                : hold.visit().start();
        return ended.plus(KEPT_AFTER_END);
    }

    static boolean isHold(Document stored) {
        return !stored.containsKey("client");
    }

    /** What it is kept for. */
    record HeldForDocument(String kind, String id) {

        static @Nullable HeldForDocument of(@Nullable HeldFor purpose) {
            return purpose == null ? null : new HeldForDocument(purpose.kind().name(), purpose.id());
        }

        HeldFor heldFor() {
            return new HeldFor(HeldFor.Kind.valueOf(kind), id);
        }
    }
}
