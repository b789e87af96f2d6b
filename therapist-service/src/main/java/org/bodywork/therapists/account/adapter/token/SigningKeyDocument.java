package org.bodywork.therapists.account.adapter.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A signing key as stored.
 *
 * @param generation counts keys from 1; being the id, no two instances make the same one
 * @param publicKey as JWK (RFC 7517)
 * @param sealed the private key, sealed with the services' common keyset
 * @param madeAt by the unmoved clock, as are all times here
 * @param signsFrom none in what was stored before keys were published ahead: those signed at once
 */
record SigningKeyDocument(
        @Id long generation,
        String keyId,
        String publicKey,
        String sealed,
        Instant madeAt,
        @Nullable Instant signsFrom) {

    static final String COLLECTION = "signingKeys";

    SigningKeyDocument {
        signsFrom = signsFrom == null ? madeAt : signsFrom;
    }

    @Override
    public Instant signsFrom() {
        return signsFrom == null ? madeAt : signsFrom;
    }
}
