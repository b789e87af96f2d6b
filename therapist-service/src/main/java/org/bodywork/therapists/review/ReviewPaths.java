package org.bodywork.therapists.review;

import org.bodywork.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may do what with reviews. */
@Configuration(proxyBeanMethods = false)
class ReviewPaths {

    @Bean
    AccessRules reviewing() {
        return paths -> paths.pathMatchers(HttpMethod.GET, "/api/therapists/{idOrSlug}/reviews")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/reviews", "/api/reviews/{id}/report")
                .permitAll()
                .pathMatchers("/api/reviews/{id}/answer")
                .hasAnyRole("therapist", "manager")
                .pathMatchers("/api/reviews/{id}/hide", "/api/reviews/{id}/show", "/api/reviews/reports")
                .hasRole("operator");
    }
}
