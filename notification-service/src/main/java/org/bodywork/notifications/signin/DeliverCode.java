package org.bodywork.notifications.signin;

import java.time.Clock;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.signin.CodeDocument.State;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.EventJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Emails a code. Every attempt has the same Message-ID, so after a lost answer it is simply sent again: a code that
 * comes twice does no harm, one that never comes locks somebody out.
 */
final class DeliverCode {

    private static final Logger log = LoggerFactory.getLogger(DeliverCode.class);

    private final Codes codes;
    private final Emails emails;
    private final EventCipher cipher;
    private final CodeLetters letters = new CodeLetters();
    private final Clock clock;

    DeliverCode(Codes codes, Emails emails, EventCipher cipher, Clock clock) {
        this.codes = codes;
        this.emails = emails;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Fails while the mail server does not take it; it is then tried again until the code expires. */
    Mono<Void> deliver(CodeDocument waiting) {
        @Nullable String sealed = waiting.sealed();
        if (sealed == null || !clock.instant().isBefore(waiting.expiresAt())) {
            return end(waiting.id(), State.EXPIRED);
        }
        return Mono.fromCallable(() -> letter(waiting.id(), sealed))
                .flatMap(emails::send)
                .flatMap(outcome -> settle(waiting.id(), outcome));
    }

    private EmailMessage letter(String id, String sealed) {
        String opened = cipher.open(id, CodeIssued.TYPE, sealed);
        return letters.of(id, EventJson.read(opened, SealedCode.class));
    }

    private Mono<Void> settle(String id, SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> end(id, State.SENT);
            case SendOutcome.Refused _ -> end(id, State.FAILED);
            case SendOutcome.NotNow _, SendOutcome.Away _, SendOutcome.Unclear _ ->
                Mono.error(() -> new NotDelivered(id));
        };
    }

    private Mono<Void> end(String id, State state) {
        return codes.end(id, state)
                .doOnSuccess(_ -> log.atInfo()
                        .addKeyValue("request", id)
                        .addKeyValue("state", state)
                        .log("Sign-in code ended"));
    }
}
