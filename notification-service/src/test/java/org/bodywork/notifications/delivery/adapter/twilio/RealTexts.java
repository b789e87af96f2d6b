package org.bodywork.notifications.delivery.adapter.twilio;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.application.TextMessages;
import org.bodywork.platform.devservices.MessagesSettings;
import org.bodywork.platform.time.BusinessClock;
import org.springframework.web.reactive.function.client.WebClient;

/** The real adapter, for tests elsewhere. It waits a second for an answer, and nobody hears its callbacks. */
public final class RealTexts {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private RealTexts() {}

    public static TextMessages to(int twilioPort) {
        return new TwilioTextMessages(
                WebClient.builder(),
                new TwilioSettings(
                        URI.create("http://127.0.0.1:" + twilioPort),
                        MessagesSettings.LOCAL_ACCOUNT.sid(),
                        MessagesSettings.LOCAL_ACCOUNT.token(),
                        "+13145550100",
                        "",
                        LIMIT,
                        4),
                new PublicAddress(URI.create("http://127.0.0.1:1")),
                new BusinessClock(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }
}
