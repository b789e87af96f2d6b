package org.bodywork.notifications.delivery.adapter.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.application.TextMessages;
import org.bodywork.notifications.delivery.application.TextMessagesContract;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.platform.devservices.Messages;
import org.bodywork.platform.devservices.MessagesSettings;
import org.bodywork.platform.devservices.sms.SmsFault;
import org.bodywork.platform.time.BusinessClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClient;

class TwilioTextMessagesTest implements TextMessagesContract {

    private final Messages messages = Messages.start(0, 0, 0);

    @BeforeEach
    void somebodyOptsOut() {
        messages.smsFaults().order(SmsFault.OPTED_OUT, 9, OPTED_OUT);
    }

    @AfterEach
    void close() {
        messages.close();
    }

    @Override
    public TextMessages texts() {
        return texts("+13145550100", "");
    }

    private TextMessages texts(String from, String service) {
        TwilioSettings settings = new TwilioSettings(
                URI.create("http://127.0.0.1:" + messages.ports().twilio()),
                MessagesSettings.LOCAL_ACCOUNT.sid(),
                MessagesSettings.LOCAL_ACCOUNT.token(),
                from,
                service,
                Duration.ofSeconds(5),
                4);
        return new TwilioTextMessages(
                WebClient.builder(),
                settings,
                new PublicAddress(URI.create("http://127.0.0.1:1")),
                new BusinessClock(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    @Test
    void letsAMessagingServiceChooseTheNumber() {
        texts("", "MG0123456789abcdef0123456789abcdef")
                .send(new TextMessage("n-1", TAKEN, "Hello"))
                .block(Duration.ofSeconds(10));

        assertThat(messages.to(TAKEN).getFirst().from()).isEqualTo("+15005550006");
    }

    @ParameterizedTest
    @ValueSource(longs = {-5, 0, 1, 3_600, 36_000, 400_000})
    void saysForHowLongAMessageIsOfUseAndNeverWhatTwilioRefuses(long seconds) {
        Instant until = Instant.now().plusSeconds(seconds);

        SendOutcome outcome =
                texts().send(new TextMessage("n-1", TAKEN, "Hello", until)).block(Duration.ofSeconds(10));

        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3145550123", "+0123456789", "+1314555012345678901", "+1 314 555 0123", "ana@example.com"})
    void callsNobodyForANumberThatCannotBe(String number) {
        SendOutcome outcome =
                texts().send(new TextMessage("n-1", number, "Hello")).block(Duration.ofSeconds(10));

        assertThat(outcome).isEqualTo(new SendOutcome.Refused(SendOutcome.Refusal.BAD_ADDRESS));
        assertThat(messages.all()).isEmpty();
    }
}
