package org.bodywork.notifications.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.notifications.notification.application.Checkpoint.Reached;
import org.bodywork.notifications.notification.application.Visits.Position;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.platform.due.FirstDue;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Something to compare, as stored.
 *
 * @param visits by id, how far those had come that were not known when a checkpoint told of them; none for the sweep of
 *     all
 * @param sweptStart with {@code sweptId} the last visit the sweep has come to; absent where it begins anew
 */
record Task(
        @Id String id,
        @Nullable Map<String, Long> visits,
        Instant due,
        @Nullable Instant sweptStart,
        @Nullable String sweptId) {

    static final String COLLECTION = "reconciliation";

    private static final String SWEEP = "sweep";

    static Task toCompare(String checkpoint, List<Reached> visits, Instant due) {
        return new Task(
                checkpoint,
                visits.stream().collect(Collectors.toMap(each -> each.id().value(), Reached::sequence, Math::max)),
                due,
                null,
                null);
    }

    /** The sweep of all, which is always there. */
    static FirstDue sweep(BusinessClock clock) {
        return new FirstDue(COLLECTION, () -> Map.of(SWEEP, clock.now()));
    }

    static Update sweptUntil(Position position) {
        return new Update().set("sweptStart", position.start()).set("sweptId", position.id());
    }

    static Update sweptAll() {
        return new Update().unset("sweptStart").unset("sweptId");
    }

    /** Where the sweep goes on: past visits need nothing any more. */
    Position positionOr(Instant now) {
        return sweptStart == null || sweptId == null || sweptStart.isBefore(now)
                ? Position.beginningAt(now)
                : new Position(sweptStart, sweptId);
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
