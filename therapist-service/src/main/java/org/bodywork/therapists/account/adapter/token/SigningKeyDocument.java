package org.bodywork.therapists.account.adapter.token;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * A signing key as stored.
 *
 * @param generation counts keys from 1; being the id, no two instances make the same one
 * @param publicKey as JWK (RFC 7517)
 * @param sealed the private key, sealed with the services' common keyset
 */
record SigningKeyDocument(@Id long generation, String keyId, String publicKey, String sealed, Instant madeAt) {

    static final String COLLECTION = "signingKeys";
}
