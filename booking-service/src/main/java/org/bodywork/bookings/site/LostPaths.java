package org.bodywork.bookings.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * Whoever looks at an address of the site that leads nowhere sees a page of the site. Programs, and all that is no page, are
 * answered as everywhere else.
 */
@Component
@Order(-3)
final class LostPaths implements WebExceptionHandler {

    private static final List<String> NO_PAGES = List.of(
            "/api/",
            "/internal/",
            "/actuator",
            "/v3/",
            "/swagger-ui",
            "/webjars/",
            "/assets/",
            "/calendars/",
            "/console");

    private final NothingHere nothing;

    LostPaths(NothingHere nothing) {
        this.nothing = nothing;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return !exchange.getResponse().isCommitted() && leadsNowhere(error) && isForAPage(exchange)
                ? nothing.page(exchange, HttpStatus.NOT_FOUND, "path")
                        .flatMap(page -> write(page, exchange.getResponse()))
                : Mono.error(error);
    }

    /** Paths that nobody has declared public need a token, also where there is nothing. */
    private static boolean leadsNowhere(Throwable error) {
        return switch (error) {
            case ResponseStatusException status -> status.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
            case AuthenticationException _, ServerExchangeRejectedException _ -> true;
            default -> false;
        };
    }

    private static boolean isForAPage(ServerWebExchange exchange) {
        HttpMethod method = exchange.getRequest().getMethod();
        String path = exchange.getRequest().getPath().value();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))
                && NO_PAGES.stream().noneMatch(path::startsWith)
                && String.join(",", exchange.getRequest().getHeaders().getOrEmpty("Accept"))
                        .contains(MediaType.TEXT_HTML_VALUE);
    }

    private static Mono<Void> write(ResponseEntity<String> page, ServerHttpResponse response) {
        byte[] body = Objects.requireNonNull(page.getBody()).getBytes(StandardCharsets.UTF_8);
        response.setStatusCode(page.getStatusCode());
        response.getHeaders().putAll(page.getHeaders());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
