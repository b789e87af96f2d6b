package org.bodywork.notifications.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.EmailMessage;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class OutgoingTest {

    private final Set<String> stopped = new HashSet<>();
    private final List<String> handedOver = new ArrayList<>();
    private final Outgoing outgoing = new Outgoing(this::hand, texts(), suppressions());

    static Stream<OutgoingMessage> everyChannel() {
        return Stream.of(
                new TextMessage("n-1", "+13145550123", "Hello"),
                new EmailMessage("n-1", "ana@example.com", "Maplewood Hands", null, "Hello", "Hello", "Hello"));
    }

    @ParameterizedTest
    @MethodSource("everyChannel")
    void sendsNothingToWhoeverOptedOutWhileTheMessageWasAlreadyClaimed(OutgoingMessage message) {
        Mono<SendOutcome> claimed = outgoing.send(message);
        stopped.add(message.to());

        assertThat(claimed.block(Duration.ofSeconds(5)))
                .isEqualTo(new SendOutcome.Refused(SendOutcome.Refusal.OPTED_OUT));
        assertThat(handedOver).isEmpty();
    }

    @Test
    void sendsToEverybodyElse() {
        everyChannel().forEach(message -> outgoing.send(message).block(Duration.ofSeconds(5)));

        assertThat(handedOver).containsExactly("+13145550123", "ana@example.com");
    }

    private Mono<SendOutcome> hand(OutgoingMessage message) {
        return Mono.fromCallable(() -> {
            handedOver.add(message.to());
            return new SendOutcome.Accepted("id");
        });
    }

    private TextMessages texts() {
        return new TextMessages() {
            @Override
            public Mono<SendOutcome> send(TextMessage message) {
                return hand(message);
            }

            @Override
            public Mono<Trace> trace(String to, Fingerprint fingerprint, Instant since) {
                return Mono.just(new Trace.CannotTell());
            }
        };
    }

    private Suppressions suppressions() {
        return new Suppressions() {
            @Override
            public Mono<Boolean> contains(String address) {
                return Mono.fromCallable(() -> stopped.contains(address));
            }

            @Override
            public Mono<Boolean> stop(Channel channel, String address, OptOutWay way) {
                return Mono.fromCallable(() -> stopped.add(address));
            }

            @Override
            public Mono<Boolean> allow(Channel channel, String address, OptOutWay way) {
                return Mono.fromCallable(() -> stopped.remove(address));
            }
        };
    }
}
