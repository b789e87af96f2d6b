package org.bodywork.notifications.notification.adapter.web;

import org.bodywork.notifications.notification.application.UnknownAppointment;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebWiring {

    @Bean
    ProblemSource ledgerProblems() {
        return error -> error instanceof UnknownAppointment
                ? Problem.notFound("There is no such appointment in your practice.")
                : null;
    }
}
