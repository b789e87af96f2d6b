package org.bodywork.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import org.bodywork.platform.testing.SettableClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

class IssuerKeysTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ECKey OLD = Issuer.ecKey("old");
    private static final ECKey NEW = Issuer.ecKey("new");

    private final Issuer issuer = new Issuer(OLD.toPublicJWK());
    private final InMemoryJwksStore store = new InMemoryJwksStore();
    private final SettableClock clock = SettableClock.at("2026-03-09T15:00:00Z");
    private final IssuerKeys keys = keysOfAnotherInstance();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void asksTheIssuerOnce() {
        assertThat(ids("old")).containsExactly("old");
        assertThat(ids("old")).containsExactly("old");

        assertThat(issuer.questions()).isEqualTo(1);
    }

    @Test
    void asksOnceForManyWhoAskTogether() {
        Flux.range(0, 50).flatMap(_ -> keys.including("old"), 50).collectList().block(PATIENCE);

        assertThat(issuer.questions()).isEqualTo(1);
    }

    @Test
    void looksAgainForAKeyItDoesNotKnow() {
        ids("old");
        issuer.publish(OLD.toPublicJWK(), NEW.toPublicJWK());
        clock.advance(Duration.ofSeconds(6));

        assertThat(ids("new")).containsExactly("old", "new");
    }

    @Test
    void knowsAKeyThatIsPublishedAheadBeforeItSignsEvenWhileTheIssuerIsAwayThen() {
        ids("old");
        issuer.publish(OLD.toPublicJWK(), NEW.toPublicJWK());
        clock.advance(Duration.ofMinutes(10));
        ids("old");
        issuer.close();

        assertThat(ids("new")).containsExactly("old", "new");
        assertThat(issuer.questions()).isEqualTo(2);
    }

    @Test
    void goesOnTakingTheOldKeyForAsLongAsItIsPublishedBesideTheNewOne() {
        issuer.publish(NEW.toPublicJWK(), OLD.toPublicJWK());
        ids("new");
        clock.advance(Duration.ofHours(8));

        assertThat(ids("old")).containsExactly("new", "old");
    }

    @Test
    void doesNotPassMadeUpKeysOnToTheIssuer() {
        for (int i = 0; i < 100; i++) {
            ids("made-up-" + i);
        }

        assertThat(issuer.questions()).isEqualTo(1);
    }

    @Test
    void forgetsAKeyWithdrawnTenMinutesAgo() {
        ids("old");
        issuer.publish(NEW.toPublicJWK());
        clock.advance(Duration.ofMinutes(10));

        assertThat(ids("old")).containsExactly("new");
    }

    @Test
    void goesOnFromMemoryWhileTheIssuerAndTheStoreAreAway() {
        ids("old");
        issuer.close();
        store.goAway();
        clock.advance(Duration.ofHours(3));

        assertThat(ids("old")).containsExactly("old");
    }

    @Test
    void startsFromTheStoredCopyWhileTheIssuerIsAway() {
        ids("old");
        issuer.close();

        assertThat(ids(keysOfAnotherInstance(), "old")).containsExactly("old");
    }

    @Test
    void looksAgainSoonAfterTheIssuerWasAway() {
        ids("old");
        issuer.publish("this is no key set");
        clock.advance(Duration.ofMinutes(10));
        ids("old");
        issuer.publish(NEW.toPublicJWK());
        clock.advance(Duration.ofSeconds(30));

        assertThat(ids("old")).containsExactly("new");
    }

    @Test
    void keepsTheGoodCopyWhenTheIssuerAnswersNonsense() {
        ids("old");
        for (String nonsense : List.of("<html>", "{}", "{\"keys\":[]}", "")) {
            issuer.publish(nonsense);
            clock.advance(Duration.ofMinutes(10));

            assertThat(ids("old")).containsExactly("old");
            assertThat(ids(keysOfAnotherInstance(), "old")).containsExactly("old");
        }
    }

    @Test
    void servesThoughTheStoreIsAway() {
        store.goAway();

        assertThat(ids("old")).containsExactly("old");
    }

    @Test
    void neverStoresAPrivateKey() {
        issuer.publish("{\"keys\":[" + OLD.toJSONString() + "]}");
        ids("old");

        assertThat(store.lastGood().block(PATIENCE)).contains("\"old\"").doesNotContain("\"d\"");
    }

    @Test
    void saysSoWhenNoKeysWereEverSeen() {
        issuer.close();

        assertThatThrownBy(() -> ids("old")).isInstanceOf(KeysUnavailable.class);
    }

    private IssuerKeys keysOfAnotherInstance() {
        return new IssuerKeys(new IssuerCall(WebClient.create(), issuer.jwksUri(), PATIENCE), store, clock);
    }

    private List<String> ids(@Nullable String wanted) {
        return ids(keys, wanted);
    }

    private static List<String> ids(IssuerKeys keys, @Nullable String wanted) {
        JWKSet known = keys.including(wanted).blockOptional(PATIENCE).orElseThrow();
        return known.getKeys().stream().map(JWK::getKeyID).toList();
    }
}
