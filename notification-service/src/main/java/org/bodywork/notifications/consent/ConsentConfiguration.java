package org.bodywork.notifications.consent;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Objects;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.domain.AddressDigest;
import org.bodywork.notifications.notification.application.UpcomingVisits;
import org.bodywork.platform.crypto.Mac;
import org.bodywork.platform.events.Event;
import org.bodywork.platform.outbox.Outbox;
import org.bodywork.platform.outbox.OutboxCollection;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.time.BusinessClock;
import org.bson.Document;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SuppressionSettings.class, PublicAddress.class})
class ConsentConfiguration {

    /** The one key of this service. What is made with it begins with a word of its own, so that nothing passes for another. */
    @Bean
    Mac suppressionKey(SuppressionSettings settings) {
        return settings.mac();
    }

    @Bean
    AddressDigests addressDigests(Mac suppressionKey) {
        return new AddressDigests(suppressionKey);
    }

    @Bean
    AddressDigest addressDigest(AddressDigests digests) {
        return digests::storedOf;
    }

    @Bean
    ChoiceTokens choiceTokens(Mac suppressionKey) {
        return new ChoiceTokens(suppressionKey);
    }

    @Bean
    SignedLinks recipientLinks(AddressDigests digests, ChoiceTokens tokens, PublicAddress here) {
        return new SignedLinks(digests, tokens, here);
    }

    @Bean
    Choices choices(
            ReactiveMongoTemplate mongo,
            AddressDigests digests,
            UpcomingVisits visits,
            Outbox outbox,
            BusinessClock clock) {
        return new Choices(mongo, digests, visits, outbox, clock);
    }

    @Bean
    OutboxCollection consentChanges(ReactiveMongoTemplate mongo) {
        return new OutboxCollection(ChoiceDocument.COLLECTION, stored -> presentState(stored, mongo));
    }

    private static List<Event> presentState(Document stored, ReactiveMongoTemplate mongo) {
        ChoiceDocument choice = mongo.getConverter().read(ChoiceDocument.class, stored);
        if (choice.appointments() == null || choice.channel() == null || choice.way() == null) {
            return List.of();
        }
        return choice.appointments().stream()
                .map(appointment -> ConsentChanged.event(
                        choice.id(),
                        appointment,
                        choice.changes(),
                        Objects.requireNonNull(choice.channel()),
                        !choice.isStopped(),
                        Objects.requireNonNull(choice.way()),
                        choice.since()))
                .toList();
    }

    @Bean
    CollectionIndexes choiceIndexes() {
        return new CollectionIndexes(
                ChoiceDocument.COLLECTION,
                List.of(new IndexModel(Indexes.ascending("relay.until"), new IndexOptions().sparse(true))));
    }

    /** Whoever has the link has the say. */
    @Bean
    AccessRules linksOpenByThemselves() {
        return paths -> paths.pathMatchers(
                        SignedLinks.UNSUBSCRIBE + "*", SignedLinks.PREFERENCES + "*", ChoicePages.STYLE)
                .permitAll();
    }
}
