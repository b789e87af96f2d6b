package org.bodywork.therapists.claiming;

import java.time.Duration;
import org.bodywork.platform.security.AccessRules;
import org.bodywork.platform.setup.CollectionIndexes;
import org.bodywork.platform.web.Problem;
import org.bodywork.platform.web.ProblemSource;
import org.bodywork.therapists.account.domain.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class ClaimingConfiguration {

    private static final Duration UNTIL_SOMEBODY_HAS_READ = Duration.ofDays(1);

    @Bean
    CollectionIndexes claimIndexes() {
        return Claims.indexes();
    }

    @Bean
    AccessRules claimPaths() {
        return paths -> paths.pathMatchers(HttpMethod.POST, "/api/practices/{slug}/claims")
                .permitAll()
                .pathMatchers("/api/claims", "/api/claims/**")
                .hasRole(Role.OPERATOR.wireName());
    }

    @Bean
    ProblemSource claimProblems() {
        return error -> error instanceof ClaimRejection rejection ? problemOf(rejection) : null;
    }

    private static Problem problemOf(ClaimRejection rejection) {
        return switch (rejection) {
            case ClaimRejection.NoSuchPractice _ -> Problem.notFound("No practice is listed under this name.");
            case ClaimRejection.NoSuchClaim _ -> Problem.notFound("No such claim waits.");
            case ClaimRejection.AlreadyClaimed _ ->
                Problem.conflict(
                        "already-claimed",
                        "The practice keeps its listing itself",
                        "Its manager can invite you as a colleague.");
            case ClaimRejection.TooManyClaims _ ->
                Problem.tooManyRequests(
                        "Several people have claimed this practice already, and we are looking into it.",
                        UNTIL_SOMEBODY_HAS_READ);
        };
    }
}
