package org.bodywork.therapists.review.adapter.kafka;

import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.therapists.review.application.CompletedVisits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class ReviewEvents {

    /** A group of its own: other features of this service may listen to the same topic. */
    private static final String GROUP = "therapist-service-reviews";

    @Bean
    Subscription visitsToReview(CompletedVisits visits) {
        return new Subscription(VisitCompleted.TOPIC, GROUP, noting(visits));
    }

    static EventHandler noting(CompletedVisits visits) {
        return event -> event.type().equals(VisitCompleted.TYPE) ? note(event, visits) : Mono.empty();
    }

    private static Mono<Void> note(ReceivedEvent event, CompletedVisits visits) {
        return Mono.fromCallable(() -> event.as(VisitCompleted.class))
                .flatMap(completed -> visits.note(completed.id(), completed.sequence(), completed.visit()));
    }
}
