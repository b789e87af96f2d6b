package org.bodywork.notifications.delivery.adapter.feedback;

import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedbackSettings.class)
class FeedbackWiring {

    private static final int FORBIDDEN = 403;

    /** Whoever reports shows a signature instead of a token. */
    @Bean
    AccessRules feedbackIsSigned() {
        return paths -> paths.pathMatchers(FeedbackController.PATH).permitAll();
    }

    @Bean
    ProblemSource feedbackProblems() {
        return error -> error instanceof ForgedFeedback
                ? Problem.of(FORBIDDEN, "forbidden", "Not allowed", "The signature is missing, wrong or old.")
                : null;
    }
}
