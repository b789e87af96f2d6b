package org.bodywork.notifications.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.signin.CodeDocument.State;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.crypto.KeyMaker;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.testing.SettableClock;
import org.bodywork.platform.testing.contracts.EventContract;
import org.bodywork.platform.testing.mongo.MongoContract;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

@MongoContract
class DeliverCodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String REQUEST = "5f1f8a4e-3c86-4f0b-9d53-7f2f6d1c0a01";
    private static final EventCipher CIPHER =
            EventCipher.of(Objects.requireNonNull(KeyMaker.allSecrets().get("BODYWORK_EVENT_KEYSET")));

    private final SettableClock clock = SettableClock.at(NOW);
    private final ReactiveMongoTemplate mongo;
    private final Codes codes;
    private final DeliverCode deliverCode;
    private final List<EmailMessage> sent = new ArrayList<>();
    private SendOutcome outcome = new SendOutcome.Accepted("m-1");

    DeliverCodeIT(TestDatabase database) {
        mongo = database.template();
        codes = new Codes(mongo, clock);
        deliverCode = new DeliverCode(codes, this::send, CIPHER, clock);
        codes.add(issued("402917")).block(PATIENCE);
    }

    @Test
    void emailsTheCodeAndForgetsIt() {
        deliver();

        assertThat(sent).extracting(EmailMessage::to).containsExactly("june@demo.example");
        assertThat(sent.getFirst().text()).contains("402917");
        assertThat(stored().state()).isEqualTo(State.SENT);
        assertThat(stored().sealed()).isNull();
        assertThat(stored().due()).isNull();
    }

    @Test
    void emailsNoCodeThatHasExpired() {
        clock.advance(Duration.ofMinutes(10));

        deliver();

        assertThat(sent).isEmpty();
        assertThat(stored().state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void keepsACodeForAnotherTryWhileTheServerIsAway() {
        outcome = new SendOutcome.NotNow(Duration.ZERO);

        assertThatThrownBy(this::deliver).isInstanceOf(NotDelivered.class);

        assertThat(stored().state()).isEqualTo(State.WAITING);
        assertThat(stored().due()).isNotNull();
    }

    @Test
    void givesUpAnAddressThatIsRefused() {
        outcome = new SendOutcome.Refused(SendOutcome.Refusal.BAD_ADDRESS);

        deliver();

        assertThat(stored().state()).isEqualTo(State.FAILED);
        assertThat(stored().sealed()).isNull();
    }

    @Test
    void sendsNothingAgainWhenTheEventComesTwice() {
        deliver();

        codes.add(issued("402917")).block(PATIENCE);

        assertThat(stored().state()).isEqualTo(State.SENT);
        assertThat(stored().due()).isNull();
    }

    @Test
    void readsEveryPublishedCode() {
        EventContract.of(CodeIssued.TYPE).assertReadBy(json -> EventJson.read(json, CodeIssued.class));
    }

    private Mono<SendOutcome> send(EmailMessage email) {
        sent.add(email);
        return Mono.just(outcome);
    }

    private void deliver() {
        deliverCode.deliver(stored()).block(PATIENCE);
    }

    private CodeDocument stored() {
        return Objects.requireNonNull(mongo.findById(REQUEST, CodeDocument.class, CodeDocument.COLLECTION)
                .block(PATIENCE));
    }

    private static CodeIssued issued(String code) {
        String contact = EventJson.write(Map.of("email", "june@demo.example", "code", code));
        return new CodeIssued(
                REQUEST, NOW.plus(Duration.ofMinutes(10)), CIPHER.seal(REQUEST, CodeIssued.TYPE, contact));
    }
}
