package org.bodywork.therapists.account.adapter.mongo;

import java.time.Instant;
import java.util.List;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.therapists.account.domain.Account;
import org.bodywork.therapists.account.domain.Role;
import org.jspecify.annotations.Nullable;

/** What other services are told of an account; the address is sealed. */
record StaffChanged(
        String id,
        long sequence,
        List<String> roles,
        @Nullable String practiceId,
        @Nullable String therapistId,
        String locale,
        String sealed) {

    static final String TOPIC = "staff";
    static final String TYPE = "org.bodywork.staff.changed.v1";

    static Event event(Account account, long sequence, Instant at, EventCipher cipher) {
        String id = account.id().toString();
        StaffChanged state = new StaffChanged(
                id,
                sequence,
                account.roles().stream().map(Role::wireName).toList(),
                text(account.practice()),
                text(account.therapist()),
                account.language().tag(),
                cipher.seal(
                        id, TYPE, EventJson.write(new Contact(account.email().value()))));
        return Event.of(TOPIC, id, TYPE, id, sequence, at, state);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    record Contact(String email) {}
}
