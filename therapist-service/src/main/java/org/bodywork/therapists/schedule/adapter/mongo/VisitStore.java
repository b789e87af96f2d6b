package org.bodywork.therapists.schedule.adapter.mongo;

import org.bodywork.platform.setup.CollectionIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VisitStore {

    @Bean
    CollectionIndexes visitIndexes() {
        return MongoBookedVisits.indexes();
    }
}
