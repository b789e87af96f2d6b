package org.bodywork.bookings.appointment.adapter.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Block;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.bodywork.platform.outbox.Staged;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Time that staff keep free.
 *
 * @param sequence always 0: other services are not told of blocks
 * @param due when it may be dropped
 */
record BlockDocument(
        @Id String id,
        String kind,
        long version,
        long sequence,
        String status,
        String practiceId,
        List<WhoseDocument> parts,
        String zone,
        String localStart,
        Instant start,
        Instant end,
        @Nullable List<String> occupied,
        @Nullable String takenAt,
        @Nullable String taken,
        @Nullable String reason,
        String accountId,
        Instant changedAt,
        Instant due,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String BLOCK = "block";
    static final String BLOCKED = "BLOCKED";
    static final String LIFTED = "LIFTED";

    private static final Duration KEPT_ONCE_LIFTED = Duration.ofDays(1);
    private static final Duration KEPT_ONCE_OVER = Duration.ofDays(30);

    /** Whose time it is, in the shape that visits have too. */
    record WhoseDocument(String therapistId) {}

    static BlockDocument of(Block block, Staged staged) {
        LocalDateTime localStart = block.span().from().atZone(block.zone()).toLocalDateTime();
        TakenText taken = TakenText.of(block);
        return new BlockDocument(
                block.id().toString(),
                BLOCK,
                1,
                0,
                BLOCKED,
                block.practice().toString(),
                List.of(new WhoseDocument(block.therapist().toString())),
                block.zone().getId(),
                localStart.toString(),
                block.span().from(),
                block.span().until(),
                List.copyOf(block.occupied()),
                taken.where(),
                taken.what(),
                block.reason(),
                block.accountId(),
                block.changedAt(),
                block.span().until().plus(KEPT_ONCE_OVER),
                staged.entries(),
                staged.lease());
    }

    Block block() {
        return new Block(
                AppointmentId.of(id),
                status.equals(BLOCKED),
                TherapistId.of(parts.getFirst().therapistId()),
                PracticeId.of(practiceId),
                ZoneId.of(zone),
                new TimeSpan(start, end),
                reason,
                accountId,
                changedAt);
    }

    static Instant dueOnceLifted(Block lifted) {
        return lifted.changedAt().plus(KEPT_ONCE_LIFTED);
    }

    /** Documents from before there were blocks are visits. */
    static boolean isBlock(Document stored) {
        return BLOCK.equals(stored.getString("kind"));
    }
}
