package org.bodywork.platform.outbox;

import java.util.List;
import org.springframework.data.mongodb.core.query.Update;

/** Events ready to be written together with the change they tell of. */
public record Staged(List<OutboxEntry> entries, RelayLease lease) {

    /** The newest state wins, so the oldest entries may go when a document's outbox grows beyond this. */
    private static final int KEPT = 20;

    /** Adds the events and the relay's lease to an update. An insert stores {@link #entries} and {@link #lease}. */
    public Update into(Update update) {
        update.push("outbox").slice(-KEPT).each(entries.toArray());
        return update.set("relay", lease);
    }
}
