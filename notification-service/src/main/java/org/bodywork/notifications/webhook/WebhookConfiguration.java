package org.bodywork.notifications.webhook;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.webhook.WebhookController.NoWebhook;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.outside.PublicAddresses;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookConfiguration {

    private static final String QUEUE = "webhook-calls";

    /** Longer than a call and what follows it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Of its own, so that planning messages waits for no webhook, and none for it. */
    private static final String GROUP = "notification-service-webhooks";

    @Bean
    Webhooks webhooks(ReactiveMongoTemplate mongo, Mac suppressionKey, BusinessClock clock, Clock steady) {
        return new Webhooks(mongo, suppressionKey, clock, steady);
    }

    @Bean
    Subscription visitsToTell(Webhooks webhooks, DueNudges nudges) {
        return new Subscription("appointments", GROUP, event -> keep(event, webhooks, nudges));
    }

    private static Mono<Void> keep(ReceivedEvent event, Webhooks webhooks, DueNudges nudges) {
        return Mono.fromCallable(() -> VisitTold.in(event))
                .flatMap(Mono::justOrEmpty)
                .flatMap(told -> webhooks.of(told.data().practiceId())
                        .filter(webhook -> webhook.disabled() == null)
                        .flatMap(_ -> webhooks.add(told).doOnSuccess(_ -> nudges.nudge(QUEUE))));
    }

    @Bean
    DueQueue dueWebhookCalls(
            Webhooks webhooks, WebhookSettings settings, MongoConverter converter, Clock steady, MeterRegistry meters) {
        // Connections are not kept: each is to an address that has just been checked.
        Calls calls = new Calls(
                HttpClient.create(ConnectionProvider.newConnection()), new PublicAddresses(), settings, steady, meters);
        return new DueQueue(
                QUEUE,
                CallDocument.COLLECTION,
                settings.atOnce(),
                LEASE,
                new TellPractice(webhooks, calls, settings, converter, steady));
    }

    @Bean
    CollectionIndexes webhookCallIndexes() {
        return new CollectionIndexes(
                CallDocument.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }

    @Bean
    AccessRules webhookAccess() {
        return paths -> paths.pathMatchers(WebhookController.PATH).hasRole("manager");
    }

    @Bean
    ProblemSource noWebhookProblems() {
        return error -> error instanceof NoWebhook ? Problem.notFound("Your practice has no webhook.") : null;
    }
}
