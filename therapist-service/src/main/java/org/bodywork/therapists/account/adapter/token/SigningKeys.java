package org.bodywork.therapists.account.adapter.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.util.UUID;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.security.KeySource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The keys that tokens are signed with: the newest signs, the two newest are published, so that tokens outlive a
 * change of keys. The first is made when first asked for; whatever instance makes it, all use it.
 */
@Component
final class SigningKeys implements KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Bound into the seal, so that nothing else sealed with the keyset passes for a key. */
    private static final String SEALED_AS = "signing-key";

    private static final int PUBLISHED = 2;

    private final ReactiveMongoTemplate mongo;
    private final EventCipher cipher;
    private final Clock clock;

    SigningKeys(ReactiveMongoTemplate mongo, EventCipher cipher, Clock clock) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The private key to sign with. */
    Mono<ECKey> current() {
        return newest(1).next().switchIfEmpty(Mono.defer(() -> make(1))).flatMap(this::opened);
    }

    /** The public keys, the newest first. */
    Mono<JWKSet> published() {
        return newest(PUBLISHED)
                .switchIfEmpty(Mono.defer(() -> make(1)))
                .<JWK>map(stored -> parsed(stored.publicKey()))
                .collectList()
                .map(JWKSet::new);
    }

    @Override
    public Mono<JWKSet> including(@Nullable String keyId) {
        return published();
    }

    private Flux<SigningKeyDocument> newest(int many) {
        Query newestFirst = new Query().with(Sort.by("_id").descending()).limit(many);
        return mongo.find(newestFirst, SigningKeyDocument.class, SigningKeyDocument.COLLECTION);
    }

    /** A keyset that has since been replaced no longer opens the key; staff then sign in anew. */
    private Mono<ECKey> opened(SigningKeyDocument stored) {
        return Mono.fromCallable(() -> parsed(cipher.open(stored.keyId(), SEALED_AS, stored.sealed())))
                .onErrorResume(BadEvent.class, doesNotOpen -> {
                    LOG.warn("signing key {} does not open with this keyset: making another", stored.keyId());
                    return make(stored.generation() + 1)
                            .map(made -> parsed(cipher.open(made.keyId(), SEALED_AS, made.sealed())));
                });
    }

    /** Makes the key of a generation, or reads it where another instance was faster. */
    private Mono<SigningKeyDocument> make(long generation) {
        return Mono.fromCallable(() -> generated(generation))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(made -> mongo.insert(made, SigningKeyDocument.COLLECTION))
                .onErrorResume(
                        DuplicateKeyException.class,
                        faster -> mongo.findById(generation, SigningKeyDocument.class, SigningKeyDocument.COLLECTION));
    }

    private SigningKeyDocument generated(long generation) throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256)
                .keyID(UUID.randomUUID().toString())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        return new SigningKeyDocument(
                generation,
                key.getKeyID(),
                key.toPublicJWK().toJSONString(),
                cipher.seal(key.getKeyID(), SEALED_AS, key.toJSONString()),
                clock.instant());
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException("a stored signing key is no JWK");
        }
    }
}
