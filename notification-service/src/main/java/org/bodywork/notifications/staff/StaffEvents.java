package org.bodywork.notifications.staff;

import org.bodywork.notifications.staff.MemberEvent.Contact;
import org.bodywork.platform.consumption.GuardedWrites;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Mono;

/** Keeps the newest state of each account, whatever order they are told in. */
final class StaffEvents implements EventHandler {

    private final GuardedWrites writes;
    private final EventCipher cipher;
    private final OtherStaffEvents others;

    StaffEvents(GuardedWrites writes, EventCipher cipher, OtherStaffEvents others) {
        this.writes = writes;
        this.cipher = cipher;
        this.others = others;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        if (!event.type().equals(MemberEvent.TYPE)) {
            return others.take(event);
        }
        return Mono.fromCallable(() -> event.as(MemberEvent.class)).flatMap(this::keep);
    }

    private Mono<Void> keep(MemberEvent member) {
        String opened = cipher.open(member.id(), MemberEvent.TYPE, member.sealed());
        Update state = new Update()
                .set("roles", member.roles())
                .set("practiceId", member.practiceId())
                .set("therapistId", member.therapistId())
                .set("locale", member.locale())
                .set("email", EventJson.read(opened, Contact.class).email());
        return writes.upsertIfNewer(MemberDocument.COLLECTION, member.id(), member.sequence(), state)
                .then();
    }
}
