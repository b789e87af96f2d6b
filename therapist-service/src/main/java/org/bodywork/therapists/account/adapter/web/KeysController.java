package org.bodywork.therapists.account.adapter.web;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Map;
import org.bodywork.platform.security.KeySource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Publishes the keys that tokens are checked with (RFC 7517), and nothing private of them. */
@RestController
class KeysController {

    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    private final KeySource keys;

    KeysController(KeySource keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    Mono<ResponseEntity<Map<String, Object>>> keys() {
        return keys.including(null)
                .map(JWKSet::toPublicJWKSet)
                .map(published -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(FRESH_FOR).cachePublic())
                        .body(published.toJSONObject()));
    }
}
