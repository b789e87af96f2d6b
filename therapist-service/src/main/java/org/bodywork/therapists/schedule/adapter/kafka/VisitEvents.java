package org.bodywork.therapists.schedule.adapter.kafka;

import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.ReceivedEvent;
import org.bodywork.platform.events.Subscription;
import org.bodywork.therapists.schedule.application.BookedVisits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class VisitEvents {

    /** A group of its own: other features of this service listen to the same topic. */
    private static final String GROUP = "therapist-service-schedule";

    @Bean
    Subscription visitsThatStand(BookedVisits visits) {
        return new Subscription(AppointmentState.TOPIC, GROUP, copying(visits));
    }

    static EventHandler copying(BookedVisits visits) {
        return event -> AppointmentState.isToldBy(event.type()) ? copy(event, visits) : Mono.empty();
    }

    private static Mono<Void> copy(ReceivedEvent event, BookedVisits visits) {
        return Mono.fromCallable(() -> event.as(AppointmentState.class))
                .flatMap(state -> state.stands()
                        ? visits.stands(state.therapist(), state.visit(), state.sequence())
                        : visits.ended(state.visit().id(), state.sequence(), event.time()));
    }
}
