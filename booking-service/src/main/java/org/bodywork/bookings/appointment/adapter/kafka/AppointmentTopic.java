package org.bodywork.bookings.appointment.adapter.kafka;

import org.bodywork.bookings.appointment.application.VisitNews;
import org.bodywork.platform.events.Tail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppointmentTopic {

    @Bean
    Tail appointmentsHeardHere(AppointmentTail tail, VisitNews news) {
        return new Tail(AppointmentChanged.TOPIC, tail, news::endAll);
    }
}
