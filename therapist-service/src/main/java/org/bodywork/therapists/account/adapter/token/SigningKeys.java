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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.security.KeySource;
import org.bodywork.therapists.account.application.SignInSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The keys that tokens are signed with. Each signs for a month or until an operator has the next one made, by {@link
 * KeyRing}; whatever instance makes a key, all use it. The first is made when first asked for, and signs at once.
 */
@Component
final class SigningKeys implements KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    /** Bound into the seal, so that nothing else sealed with the keyset passes for a key. */
    private static final String SEALED_AS = "signing-key";

    private final ReactiveMongoTemplate mongo;
    private final EventCipher cipher;
    private final Clock clock;
    private final KeyRotation rotation;
    private final Duration tokenLife;

    SigningKeys(
            ReactiveMongoTemplate mongo,
            EventCipher cipher,
            Clock clock,
            KeyRotation rotation,
            SignInSettings settings) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.clock = clock;
        this.rotation = rotation;
        this.tokenLife = settings.tokenLife();
    }

    /** The private key to sign with. */
    Mono<ECKey> current() {
        return ring().flatMap(this::opened);
    }

    /** The public keys, the newest first. */
    Mono<JWKSet> published() {
        return ring().map(ring -> new JWKSet(ring.published(tokenLife).stream()
                .<JWK>map(stored -> parsed(stored.publicKey()))
                .toList()));
    }

    @Override
    public Mono<JWKSet> including(@Nullable String keyId) {
        return published();
    }

    /** When the next key begins to sign: one that waits already, or else a new one. */
    Mono<Instant> next() {
        return stored().flatMap(ring -> ring.waiting().map(Mono::just).orElseGet(() -> makeNext(ring)))
                .map(SigningKeyDocument::signsFrom);
    }

    private Mono<KeyRing> ring() {
        return stored().flatMap(ring -> ring.needsNext(rotation.rotateAfter())
                ? makeNext(ring).then(Mono.defer(this::stored))
                : Mono.just(ring));
    }

    private Mono<KeyRing> stored() {
        Query oldestFirst = new Query().with(Sort.by("_id"));
        return mongo.find(oldestFirst, SigningKeyDocument.class, SigningKeyDocument.COLLECTION)
                .collectList()
                .map(keys -> new KeyRing(keys, clock.instant()));
    }

    private Mono<SigningKeyDocument> makeNext(KeyRing ring) {
        Instant signsFrom = ring.newest()
                .map(_ -> ring.now().plus(rotation.publishedAhead()))
                .orElse(ring.now());
        return make(generationAfter(ring), signsFrom).delayUntil(_ -> remove(ring.retired(tokenLife)));
    }

    private static long generationAfter(KeyRing ring) {
        return ring.newest().map(SigningKeyDocument::generation).orElse(0L) + 1;
    }

    private Mono<Void> remove(List<SigningKeyDocument> retired) {
        return Flux.fromIterable(retired)
                .map(SigningKeyDocument::generation)
                .collectList()
                .filter(generations -> !generations.isEmpty())
                .flatMap(generations ->
                        mongo.remove(Query.query(Criteria.where("_id").in(generations)), SigningKeyDocument.COLLECTION))
                .then();
    }

    /** A keyset that has since been replaced no longer opens the key; staff then sign in anew. */
    private Mono<ECKey> opened(KeyRing ring) {
        SigningKeyDocument stored = ring.signing().orElseThrow();
        return Mono.fromCallable(() -> opened(stored)).onErrorResume(BadEvent.class, doesNotOpen -> {
            LOG.warn("signing key {} does not open with this keyset: making another", stored.keyId());
            return make(generationAfter(ring), ring.now()).map(this::opened);
        });
    }

    private ECKey opened(SigningKeyDocument stored) {
        return parsed(cipher.open(stored.keyId(), SEALED_AS, stored.sealed()));
    }

    /** Makes the key of a generation, or reads it where another instance was faster. */
    private Mono<SigningKeyDocument> make(long generation, Instant signsFrom) {
        return Mono.fromCallable(() -> generated(generation, signsFrom))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(made -> mongo.insert(made, SigningKeyDocument.COLLECTION))
                .doOnNext(made -> LOG.atInfo()
                        .addKeyValue("key", made.keyId())
                        .addKeyValue("signsFrom", made.signsFrom())
                        .log("signing key made"))
                .onErrorResume(
                        DuplicateKeyException.class,
                        faster -> mongo.findById(generation, SigningKeyDocument.class, SigningKeyDocument.COLLECTION));
    }

    private SigningKeyDocument generated(long generation, Instant signsFrom) throws JOSEException {
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
                clock.instant(),
                signsFrom);
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
