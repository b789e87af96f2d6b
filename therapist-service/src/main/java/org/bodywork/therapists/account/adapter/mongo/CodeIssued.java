package org.bodywork.therapists.account.adapter.mongo;

import java.time.Instant;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.events.EventJson;
import org.bodywork.therapists.account.domain.OneTimeCode;
import org.bodywork.therapists.account.domain.SignIn;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Language;

/** A code for notification-service to send; the address and the code are sealed. */
record CodeIssued(String id, long sequence, Instant expiresAt, String sealed) {

    static final String TOPIC = "sign-ins";
    static final String TYPE = "org.bodywork.sign-in.code-issued.v1";
    static final long SEQUENCE = 1;

    static Event event(
            SignIn signIn, EmailAddress email, OneTimeCode code, Language language, Instant at, EventCipher cipher) {
        String id = signIn.id().toString();
        String message = EventJson.write(new Message(email.value(), code.digits(), language.tag()));
        CodeIssued state = new CodeIssued(id, SEQUENCE, signIn.expiresAt(), cipher.seal(id, TYPE, message));
        return Event.of(TOPIC, id, TYPE, id, SEQUENCE, at, state);
    }

    record Message(String email, String code, String locale) {}
}
