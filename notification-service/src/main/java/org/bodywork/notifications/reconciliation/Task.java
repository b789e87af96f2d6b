package org.bodywork.notifications.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.application.Checkpoint.Reached;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something to compare, as stored.
 *
 * @param visits by id, how far those had come that were not known when a checkpoint told of them; none for the sweep of
 *     all
 */
record Task(@Id String id, @Nullable Map<String, Long> visits, Instant due) {

    static final String COLLECTION = "reconciliation";

    private static final String SWEEP = "sweep";

    static Task toCompare(String checkpoint, List<Reached> visits, Instant due) {
        return new Task(
                checkpoint,
                visits.stream().collect(Collectors.toMap(each -> each.id().value(), Reached::sequence, Math::max)),
                due);
    }

    /** The sweep of all, which is always there. */
    static FirstDue sweep(BusinessClock clock) {
        return new FirstDue(COLLECTION, () -> Map.of(SWEEP, clock.now()));
    }

    boolean isSweep() {
        return visits == null;
    }

    List<Reached> reached() {
        return visits == null
                ? List.of()
                : visits.entrySet().stream()
                        .map(each -> new Reached(new AppointmentId(each.getKey()), each.getValue()))
                        .toList();
    }
}
