package org.bodywork.platform.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Wires what every service does with HTTP requests. */
@AutoConfiguration(before = {ErrorWebFluxAutoConfiguration.class, WebFluxAutoConfiguration.class})
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration {

    /** For every body, of whatever media type. */
    static final int MOST_BODY_BYTES = 64 * 1024;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Bean
    RequestSchemas requestSchemas() {
        return new RequestSchemas();
    }

    @Bean
    BodyReader bodyReader(RequestSchemas schemas) {
        return new BodyReader(schemas);
    }

    @Bean
    BodyTypes bodyTypes(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers,
            RequestSchemas schemas) {
        return new BodyTypes(controllers, schemas);
    }

    @Bean
    ProblemHandler problemHandler(ObjectProvider<ProblemSource> sources, JsonMapper json) {
        return new ProblemHandler(new Problems(sources.orderedStream().toList()), json);
    }

    @Bean
    ClientAddress clientAddress(WebSettings settings) {
        return new ClientAddress(settings.trustedRanges());
    }

    @Bean
    FloodLimit floodLimit(ClientAddress addresses, WebSettings settings) {
        return new FloodLimit(addresses, settings.requestsPerSecond(), Clock.systemUTC());
    }

    /** Lets the pages of named sites read {@code /api}; what changes anything stays with our own. */
    @Bean
    CorsWebFilter readersFromOtherSites(WebSettings settings) {
        CorsConfiguration reading = new CorsConfiguration();
        reading.setAllowedOriginPatterns(settings.originPatterns());
        reading.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        return new CorsWebFilter(exchange -> {
            ServerHttpRequest request = exchange.getRequest();
            boolean isMeant = !settings.originPatterns().isEmpty()
                    && READING.contains(request.getMethod())
                    && request.getPath().value().startsWith("/api/");
            return isMeant ? reading : null;
        });
    }

    /**
     * Puts the strict decoder in the place of the lenient one, after Boot has set that. Only on the server's side: what
     * a service reads from another one may be newer and larger than what clients may send.
     */
    @Bean
    @Order
    WebFluxConfigurer strictRequests(BodyReader reader) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().maxInMemorySize(MOST_BODY_BYTES);
                codecs.defaultCodecs().jacksonJsonDecoder(new BodyDecoder(reader, MOST_BODY_BYTES));
            }

            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new PagingResolver());
            }
        };
    }
}
