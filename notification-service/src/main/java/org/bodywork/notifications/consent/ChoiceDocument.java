package org.bodywork.notifications.consent;

import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.platform.outbox.OutboxEntry;
import org.bodywork.platform.outbox.RelayLease;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What the owner of one address chose last, as stored. A document stays for ever, and one without a choice means stopped:
 * so were those stored before choices could be taken back.
 *
 * @param id digest of the address beside its key's id
 * @param allowed whether it may be written to
 * @param since of the last change, in business time
 * @param sequence counts the changes
 * @param appointments those the last change was told about
 * @param history how it came to this, the oldest first
 */
record ChoiceDocument(
        @Id String id,
        @Nullable Channel channel,
        @Nullable Boolean allowed,
        @Nullable OptOutWay way,
        Instant since,
        @Nullable Long sequence,
        @Nullable List<String> appointments,
        @Nullable List<Step> history,
        @Nullable List<OutboxEntry> outbox,
        @Nullable RelayLease relay) {

    static final String COLLECTION = "suppressions";

    /** One change. */
    record Step(boolean allowed, OptOutWay way, Instant at) {}

    long changes() {
        return sequence == null ? 0 : sequence;
    }

    boolean isStopped() {
        return !Boolean.TRUE.equals(allowed);
    }
}
