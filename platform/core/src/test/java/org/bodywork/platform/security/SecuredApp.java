package org.bodywork.platform.security;

import java.time.Clock;
import java.util.Map;
import org.bodywork.platform.web.Paging;
import org.bodywork.platform.web.WebConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service of nothing but guarded paths, on Spring Boot's real server. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    CodecsAutoConfiguration.class,
    ErrorWebFluxAutoConfiguration.class,
    HttpClientAutoConfiguration.class,
    HttpHandlerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    NettyReactiveWebServerAutoConfiguration.class,
    ReactiveHttpClientAutoConfiguration.class,
    ReactiveOAuth2ResourceServerAutoConfiguration.class,
    ReactiveWebSecurityAutoConfiguration.class,
    SecurityConfiguration.class,
    WebClientAutoConfiguration.class,
    WebConfiguration.class,
    WebFluxAutoConfiguration.class
})
@Import(SecuredApp.Paths.class)
public class SecuredApp {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JwksStore jwksStore() {
        return new InMemoryJwksStore();
    }

    @Bean
    AccessRules publicPaths() {
        return paths ->
                paths.pathMatchers(HttpMethod.GET, "/public", "/greeting").permitAll();
    }

    @Bean
    AccessRules operatorsOnly() {
        return paths -> paths.pathMatchers("/operators").hasRole("operator");
    }

    @RestController
    static class Paths {

        @GetMapping("/public")
        String open() {
            return "open";
        }

        @GetMapping("/greeting")
        String greet(@Nullable Caller caller) {
            return caller == null ? "stranger" : caller.subject();
        }

        @GetMapping("/me")
        Map<String, Object> me(Caller caller, Paging paging) {
            return Map.of(
                    "subject", caller.subject(),
                    "manager", caller.hasRole("manager"),
                    "place", caller.claim("place").orElse("nowhere"));
        }

        @GetMapping("/operators")
        String operators() {
            return "secret";
        }

        @GetMapping("/internal/state")
        String internal() {
            return "internal";
        }
    }
}
