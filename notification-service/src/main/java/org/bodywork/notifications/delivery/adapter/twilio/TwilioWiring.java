package org.bodywork.notifications.delivery.adapter.twilio;

import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioWiring {

    private static final int FORBIDDEN = 403;

    /** Twilio shows a signature instead of a token. */
    @Bean
    AccessRules webhooksAreSigned() {
        return paths -> paths.pathMatchers(TwilioWebhooks.STATUS, TwilioWebhooks.INBOUND)
                .permitAll();
    }

    @Bean
    ProblemSource webhookProblems() {
        return error -> error instanceof ForgedWebhook
                ? Problem.of(FORBIDDEN, "forbidden", "Not allowed", "The signature is missing or wrong.")
                : null;
    }
}
