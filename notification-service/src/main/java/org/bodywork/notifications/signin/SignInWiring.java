package org.bodywork.notifications.signin;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bodywork.notifications.delivery.application.Emails;
import org.bodywork.notifications.letter.LetterSample;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.due.DueNudges;
import org.bodywork.platform.due.DueQueue;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class SignInWiring {

    private static final String QUEUE = "sign-in-codes";
    private static final int SENT_AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofSeconds(60);

    @Bean
    Codes codes(ReactiveMongoTemplate mongo, Clock clock) {
        return new Codes(mongo, clock);
    }

    @Bean
    Subscription signIns(Codes codes, DueNudges nudges) {
        return new Subscription(CodeIssued.TOPIC, "notification-service", event -> take(event, codes, nudges));
    }

    private static Mono<Void> take(ReceivedEvent event, Codes codes, DueNudges nudges) {
        return Mono.fromCallable(() -> event.as(CodeIssued.class))
                .flatMap(codes::add)
                .doOnSuccess(_ -> nudges.nudge(QUEUE));
    }

    @Bean
    DueQueue dueCodes(ReactiveMongoTemplate mongo, Codes codes, Emails emails, EventCipher cipher, Clock clock) {
        DeliverCode deliverCode = new DeliverCode(codes, emails, cipher, clock);
        return new DueQueue(
                QUEUE,
                CodeDocument.COLLECTION,
                SENT_AT_ONCE,
                LEASE,
                work -> deliverCode.deliver(mongo.getConverter().read(CodeDocument.class, work.document())));
    }

    @Bean
    LetterSample codeSample() {
        return CodeSample.code();
    }

    @Bean
    CollectionIndexes codeIndexes() {
        return new CollectionIndexes(
                CodeDocument.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("due"), new IndexOptions().sparse(true))));
    }
}
