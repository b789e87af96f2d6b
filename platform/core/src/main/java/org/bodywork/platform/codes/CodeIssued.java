package org.bodywork.platform.codes;

import java.time.Instant;
import org.bodywork.platform.codes.domain.OneTimeCode;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;

/** A code that is to be emailed; the address and the code are sealed. */
public record CodeIssued(String id, long sequence, Instant expiresAt, String sealed) {

    public static final String TOPIC = "sign-ins";
    public static final String TYPE = "org.bodywork.sign-in.code-issued.v1";

    /** A request has one code. */
    public static final long SEQUENCE = 1;

    /**
     * The event.
     *
     * @param requestId a UUID
     * @param expiresAt by the unmoved clock
     * @param language a BCP 47 tag
     * @param at business time
     */
    public static Event event(
            String requestId,
            Instant expiresAt,
            String email,
            OneTimeCode code,
            String language,
            Instant at,
            EventCipher cipher) {
        String message = EventJson.write(new Message(email, code.digits(), language));
        CodeIssued state = new CodeIssued(requestId, SEQUENCE, expiresAt, cipher.seal(requestId, TYPE, message));
        return Event.of(TOPIC, requestId, TYPE, requestId, SEQUENCE, at, state);
    }

    record Message(String email, String code, String locale) {}
}
