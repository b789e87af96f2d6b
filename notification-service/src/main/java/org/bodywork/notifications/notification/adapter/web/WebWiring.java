package org.bodywork.notifications.notification.adapter.web;

import org.bodywork.notifications.notification.application.CannotResend;
import org.bodywork.notifications.notification.application.UnknownAppointment;
import org.bodywork.notifications.notification.application.UnknownColleague;
import org.bodywork.notifications.notification.application.UnknownMessage;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebWiring {

    @Bean
    ProblemSource ledgerProblems() {
        return error -> switch (error) {
            case UnknownAppointment _ -> Problem.notFound("There is no such appointment in your practice.");
            case UnknownMessage _ -> Problem.notFound("There is no such message in your practice.");
            case UnknownColleague _ -> Problem.notFound("There is no such account in your practice.");
            case CannotResend not ->
                Problem.conflict(
                                "cannot-resend",
                                "This message cannot be sent once more",
                                "It has not ended, is false or unwanted by now, or was sent often enough: see reason.")
                        .with("reason", not.reason());
            default -> null;
        };
    }
}
