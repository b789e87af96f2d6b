package org.bodywork.therapists.account.adapter.token;

import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets operators change the signing key before its time. */
@RestController
class OperatorsKeys {

    private final SigningKeys keys;

    OperatorsKeys(SigningKeys keys) {
        this.keys = keys;
    }

    /**
     * When the next key signs.
     *
     * @param signsFrom until then it is published only, so that every service knows it first
     */
    record NextKey(Instant signsFrom) {}

    /** Asking again while the next key waits changes nothing. */
    @PostMapping("/api/signing-keys")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<NextKey> makeNext() {
        return keys.next().map(NextKey::new);
    }
}
