package org.bodywork.platform.security;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtGrantedAuthoritiesConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

/** Bearer tokens, no sessions: what a service does not declare public needs a valid token. */
@AutoConfiguration(
        before = {ReactiveOAuth2ResourceServerAutoConfiguration.class, ReactiveWebSecurityAutoConfiguration.class})
@EnableWebFluxSecurity
@EnableConfigurationProperties({SecuritySettings.class, InternalSettings.class})
public class SecurityConfiguration {

    private static final String[] OPEN = {
        "/actuator/health/**",
        "/actuator/prometheus",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/webjars/swagger-ui/**"
    };

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain apiSecurity(
            ServerHttpSecurity http, ReactiveJwtDecoder decoder, ObjectProvider<AccessRules> services) {
        return http.authorizeExchange(paths -> {
                    // Guarded by InternalAccess.
                    paths.pathMatchers(InternalAccess.PATHS).permitAll();
                    paths.pathMatchers(OPEN).permitAll();
                    services.orderedStream().forEach(rules -> rules.addTo(paths));
                    paths.anyExchange().authenticated();
                })
                .oauth2ResourceServer(server -> server.authenticationEntryPoint((_, error) -> Mono.error(error))
                        .accessDeniedHandler((_, error) -> Mono.error(error))
                        .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(roles())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((_, error) -> Mono.error(error))
                        .accessDeniedHandler((_, error) -> Mono.error(error)))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // A bearer token is never sent by a browser of its own accord, so there is no request to forge.
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .build();
    }

    private static ReactiveJwtAuthenticationConverter roles() {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName(Caller.ROLES);
        roles.setAuthorityPrefix("ROLE_");
        ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(new ReactiveJwtGrantedAuthoritiesConverterAdapter(roles));
        return converter;
    }

    @Bean
    ServerExchangeRejectedHandler rejectedAsProblem() {
        return (_, error) -> Mono.error(error);
    }

    @Bean
    SecurityProblems securityProblems() {
        return new SecurityProblems();
    }

    @Bean
    InternalAccess internalAccess(InternalSettings settings) {
        return new InternalAccess(settings);
    }

    @Bean
    WebFluxConfigurer callers() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerResolver());
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder tokenDecoder(KeySource keys, SecuritySettings settings, Clock clock) {
        return TokenDecoder.of(keys, settings, clock);
    }

    /** For every service but the issuer itself, which declares its own keys. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(KeySource.class)
    static class KeysOfTheIssuer {

        private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(500);

        @Bean
        @ConditionalOnMissingBean
        JwksStore jwksStore(ReactiveMongoOperations mongo) {
            return new MongoJwksStore(mongo);
        }

        @Bean
        KeySource issuerKeys(WebClient.Builder http, SecuritySettings settings, JwksStore store, Clock clock) {
            IssuerCall issuer = new IssuerCall(http.build(), settings.keys(), settings.issuerPatience());
            return new IssuerKeys(issuer, store, clock);
        }

        @Bean
        KeysAhead keysAhead(KeySource issuerKeys) {
            return new KeysAhead(issuerKeys, LOOKED_AT_EVERY);
        }
    }
}
