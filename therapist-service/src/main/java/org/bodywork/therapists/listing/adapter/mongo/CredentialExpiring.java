package org.bodywork.therapists.listing.adapter.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.therapists.listing.application.StaffContacts.Contact;
import org.bodywork.therapists.listing.domain.ExpiryWarning;
import org.bodywork.therapists.listing.domain.Licence;
import org.bodywork.therapists.listing.domain.Therapist;
import org.jspecify.annotations.Nullable;

/** What notification-service is told when a licence runs out soon; the address is sealed. */
record CredentialExpiring(
        String id,
        long sequence,
        String accountId,
        String therapistId,
        String practiceId,
        String kind,
        @Nullable String state,
        String expires,
        int daysBefore,
        String locale,
        Instant at,
        String sealed) {

    static final String TOPIC = "staff";
    static final String TYPE = "org.bodywork.staff.credential-expiring.v1";

    private static final String LICENCE = "licence";

    /** A warning has one state only. */
    private static final long SEQUENCE = 1;

    static Event event(Therapist therapist, ExpiryWarning warning, Contact contact, Instant at, EventCipher cipher) {
        Licence licence = therapist.credentials().required();
        String account = contact.account().toString();
        String id = idOf(therapist, warning, account);
        CredentialExpiring state = new CredentialExpiring(
                id,
                SEQUENCE,
                account,
                therapist.id().toString(),
                therapist.practice().toString(),
                LICENCE,
                licence == null ? null : licence.state(),
                warning.expires().toString(),
                warning.daysBefore(),
                contact.language().tag(),
                at,
                cipher.seal(
                        id, TYPE, EventJson.write(new Address(contact.email().value()))));
        return Event.of(TOPIC, account, TYPE, id, SEQUENCE, at, state);
    }

    private static String idOf(Therapist therapist, ExpiryWarning warning, String account) {
        String name = "expiry-warning|%s|%s|%d|%s"
                .formatted(therapist.id(), warning.expires(), warning.daysBefore(), account);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    record Address(String email) {}
}
