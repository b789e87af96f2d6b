package org.bodywork.therapists.search.adapter.kafka;

import org.bodywork.platform.events.Tail;
import org.bodywork.platform.time.BusinessClock;
import org.bodywork.therapists.search.application.FollowListings;
import org.bodywork.therapists.search.application.NextOpenings;
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

    @Bean
    OpeningsTail openings(NextOpenings openings, BusinessClock clock) {
        return new OpeningsTail(openings, clock);
    }

    /** The topic holds the present state of everybody, and nothing else here does. */
    @Bean
    Tail tailOfOpenings(OpeningsTail openings) {
        return Tail.fromBeginning(OpeningsChanged.TOPIC, openings, () -> {});
    }
}
