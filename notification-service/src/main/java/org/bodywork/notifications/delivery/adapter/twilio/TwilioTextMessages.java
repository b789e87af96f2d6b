package org.bodywork.notifications.delivery.adapter.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.application.TextMessages;
import org.bodywork.notifications.delivery.domain.Fingerprint;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.SendOutcome.Accepted;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refusal;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refused;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.notifications.delivery.domain.Trace;
import org.bodywork.notifications.remote.Guard;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Text messages over Twilio, which has no idempotency key: after a lost answer its list of messages tells whether one
 * arrived. While Twilio is away messages wait; they go out when it is back, as long as they are of use.
 */
@Component
@EnableConfigurationProperties({TwilioSettings.class, PublicAddress.class})
final class TwilioTextMessages implements TextMessages {

    /** Twilio's clock and ours may differ, and it tells whole seconds. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    /** No number of any country is otherwise (ITU-T E.164). */
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private static final Logger log = LoggerFactory.getLogger(TwilioTextMessages.class);

    private final TwilioApi twilio;
    private final Guard guard;

    TwilioTextMessages(
            WebClient.Builder builder,
            TwilioSettings settings,
            PublicAddress here,
            BusinessClock clock,
            Clock steady,
            MeterRegistry meters) {
        this.twilio = new TwilioApi(builder, settings, here, clock);
        this.guard =
                new Guard("twilio", settings.limit(), settings.atOnce(), TwilioFailures::isRefusal, steady, meters);
    }

    @Override
    public Mono<SendOutcome> send(TextMessage message) {
        if (!E164.matcher(message.to()).matches()) {
            return Mono.just(new Refused(Refusal.BAD_ADDRESS));
        }
        return guard.around(twilio.create(message))
                .<SendOutcome>map(created -> new Accepted(created.sid()))
                .onErrorResume(error -> Mono.just(tell(message, error)));
    }

    @Override
    public Mono<Trace> trace(String to, Fingerprint fingerprint, Instant since) {
        return guard.around(twilio.list(to))
                .map(page -> find(page, fingerprint, since.minus(CLOCKS_APART)))
                .onErrorResume(error -> Mono.just(tell(error)));
    }

    private static Trace find(TwilioMessage.Page page, Fingerprint fingerprint, Instant from) {
        return page.messages().stream()
                .filter(message -> message.isNotOlderThan(from))
                .filter(message ->
                        message.body() != null && Fingerprint.of(message.body()).equals(fingerprint))
                .<Trace>map(message -> new Trace.Arrived(message.sid()))
                .findFirst()
                .orElse(new Trace.NeverArrived());
    }

    private static SendOutcome tell(TextMessage message, Throwable error) {
        SendOutcome outcome = TwilioFailures.outcomeOf(error);
        log.atInfo()
                .addKeyValue("message", message.id())
                .addKeyValue("outcome", outcome)
                .addKeyValue("error", error.getClass().getSimpleName())
                .log("Text message not handed over");
        return outcome;
    }

    private static Trace tell(Throwable error) {
        log.atInfo().addKeyValue("error", error.getClass().getSimpleName()).log("Twilio's list not read");
        return new Trace.Unanswered();
    }
}
