package org.bodywork.notifications.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What every provider of text messages has to do for us, whatever it calls things. */
public interface TextMessagesContract {

    String TAKEN = "+13145550123";
    String OPTED_OUT = "+13145550124";

    TextMessages texts();

    @Test
    default void givesTheProvidersIdOfWhatItTook() {
        SendOutcome outcome = got(texts().send(new TextMessage("n-1", TAKEN, "See you Tuesday.")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        taken -> assertThat(taken.providerId()).isNotBlank());
    }

    @Test
    default void tellsWhoOptedOutFromEveryOtherRefusal() {
        assertThat(got(texts().send(new TextMessage("n-2", OPTED_OUT, "See you Tuesday."))))
                .isEqualTo(new SendOutcome.Refused(SendOutcome.Refusal.OPTED_OUT));
        assertThat(got(texts().send(new TextMessage("n-3", "nobody", "See you Tuesday."))))
                .isEqualTo(new SendOutcome.Refused(SendOutcome.Refusal.BAD_ADDRESS));
    }

    @Test
    default void findsAMessageAgainWhoseAnswerWasLost() {
        String text = "See you Wednesday.";
        got(texts().send(new TextMessage("n-4", TAKEN, text)));
        Instant since = Instant.now().minus(Duration.ofMinutes(1));

        assertThat(got(texts().trace(TAKEN, Fingerprint.of(text), since))).isInstanceOf(Trace.Arrived.class);
        assertThat(got(texts().trace(TAKEN, Fingerprint.of("never sent"), since)))
                .isEqualTo(new Trace.NeverArrived());
    }

    private static <T> T got(Mono<T> answer) {
        return Objects.requireNonNull(answer.block(Duration.ofSeconds(10)));
    }
}
