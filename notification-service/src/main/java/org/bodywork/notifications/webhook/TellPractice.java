package org.bodywork.notifications.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.webhook.CallDocument.State;
import org.bodywork.notifications.webhook.Calls.Ended;
import org.bodywork.notifications.webhook.WebhookDocument.Disabled;
import org.bodywork.notifications.webhook.WebhookDocument.Failure;
import org.bodywork.platform.due.Claimed;
import org.bodywork.platform.due.DueHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;

/**
 * Makes one call that is due, and decides what follows: told, tried again later, given up; and after days of nothing but
 * failures the practice is called no more until its manager sets the address anew.
 */
final class TellPractice implements DueHandler {

    /** As Standard Webhooks advises; the last one again and again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));

    private static final Logger log = LoggerFactory.getLogger(TellPractice.class);

    private final Webhooks webhooks;
    private final Calls calls;
    private final WebhookSettings settings;
    private final MongoConverter converter;
    private final Clock steady;

    TellPractice(Webhooks webhooks, Calls calls, WebhookSettings settings, MongoConverter converter, Clock steady) {
        this.webhooks = webhooks;
        this.calls = calls;
        this.settings = settings;
        this.converter = converter;
        this.steady = steady;
    }

    @Override
    public Mono<Void> handle(Claimed work) {
        CallDocument call = converter.read(CallDocument.class, work.document());
        return webhooks.of(call.practiceId())
                .filter(webhook -> webhook.disabled() == null)
                .singleOptional()
                .flatMap(known -> known.map(webhook -> tell(work, call, webhook))
                        .orElseGet(() -> webhooks.end(work, State.GIVEN_UP)));
    }

    private Mono<Void> tell(Claimed work, CallDocument call, WebhookDocument webhook) {
        return calls.call(URI.create(webhook.url()), call, webhooks.secretOf(webhook))
                .flatMap(ended -> switch (ended) {
                    case Ended.Well _ -> webhooks.succeeded(work, webhook);
                    case Ended.Gone _ -> disable(work, webhook, Disabled.GONE);
                    case Ended.Badly(Failure failure) -> failed(work, call, webhook, failure);
                });
    }

    private Mono<Void> failed(Claimed work, CallDocument call, WebhookDocument webhook, Failure failure) {
        Instant now = steady.instant();
        if (webhook.failingSince() != null && isOver(webhook.failingSince(), settings.disabledAfter(), now)) {
            return webhooks.failed(webhook, failure).then(disable(work, webhook, Disabled.FAILING));
        }
        Mono<Void> next = isOver(call.since(), settings.givesUpAfter(), now)
                ? webhooks.end(work, State.GIVEN_UP)
                : webhooks.tryAgain(work, PAUSES.get(Math.min(work.attempts(), PAUSES.size()) - 1));
        return webhooks.failed(webhook, failure).then(next);
    }

    private Mono<Void> disable(Claimed work, WebhookDocument webhook, Disabled why) {
        return webhooks.disable(webhook, why)
                .then(webhooks.end(work, State.GIVEN_UP))
                .doOnSuccess(_ -> log.atWarn()
                        .addKeyValue("practice", webhook.id())
                        .addKeyValue("why", why)
                        .log("A practice's webhook is called no more"));
    }

    private static boolean isOver(Instant since, Duration limit, Instant now) {
        return !now.isBefore(since.plus(limit));
    }
}
