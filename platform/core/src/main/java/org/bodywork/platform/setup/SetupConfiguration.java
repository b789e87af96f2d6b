package org.bodywork.platform.setup;

import org.bodywork.platform.kafka.TopicSetup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;

@AutoConfiguration
class SetupConfiguration {

    @Bean
    Groundwork groundwork(
            ObjectProvider<CollectionIndexes> collections, ReactiveMongoTemplate mongo, TopicSetup topics) {
        return new Groundwork(collections.orderedStream().toList(), mongo, topics);
    }
}
