package org.bodywork.therapists;

import org.bodywork.platform.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** What anybody may call without a token. */
@Configuration(proxyBeanMethods = false)
class PublicPaths {

    @Bean
    AccessRules directory() {
        return paths -> paths.pathMatchers(
                        HttpMethod.GET,
                        "/api/therapists",
                        "/api/therapists/{idOrSlug}",
                        "/api/practices/{slug}",
                        "/api/areas",
                        "/api/guide/**",
                        "/api/suggest",
                        "/sitemap.xml",
                        "/sitemap-{number}.xml",
                        "/.well-known/jwks.json")
                .permitAll();
    }
}
