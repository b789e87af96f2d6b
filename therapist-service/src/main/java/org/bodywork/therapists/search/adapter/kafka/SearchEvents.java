package org.bodywork.therapists.search.adapter.kafka;

import org.bodywork.platform.events.Tail;
import org.bodywork.therapists.search.application.FollowListings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchEvents {

    @Bean
    ChangedListings changedListings(FollowListings follow) {
        return new ChangedListings(follow);
    }

    @Bean
    Tail tailOfTherapists(ChangedListings changed) {
        return new Tail("therapists", changed::note, changed::lookAtAll);
    }

    @Bean
    Tail tailOfPractices(ChangedListings changed) {
        return new Tail("practices", changed::note, changed::lookAtAll);
    }
}
