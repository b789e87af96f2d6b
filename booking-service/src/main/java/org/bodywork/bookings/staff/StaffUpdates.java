package org.bodywork.bookings.staff;

import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes over an account's newest state. One that has lost everything is kept too: an older state must not come back. */
@Component
final class StaffUpdates implements EventHandler {

    private final GuardedWrites writes;

    StaffUpdates(GuardedWrites writes) {
        this.writes = writes;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return event.type().equals(StaffChanged.TYPE)
                ? Mono.fromCallable(() -> event.as(StaffChanged.class)).flatMap(this::take)
                : Mono.empty();
    }

    private Mono<Void> take(StaffChanged account) {
        Update update = new Update().set("roles", account.roles());
        setOrUnset(update, "practiceId", account.practiceId());
        setOrUnset(update, "therapistId", account.therapistId());
        return writes.upsertIfNewer(StaffAccounts.COLLECTION, account.id(), account.sequence(), update)
                .then();
    }

    private static void setOrUnset(Update update, String field, @Nullable String value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }
}
