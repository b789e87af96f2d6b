package org.bodywork.bookings.console;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets the console's session stand for a bearer token at the API for staff. It comes before tokens are checked; a
 * session that is over counts as none, so that what is public stays so.
 */
@Component
@Order(CookieAsBearer.BEFORE_SECURITY)
final class CookieAsBearer implements WebFilter {

    /** Spring Security's filter has -100. */
    static final int BEFORE_SECURITY = -110;

    private static final String API = "/api/";

    private final ConsoleSession sessions;

    CookieAsBearer(ConsoleSession sessions) {
        this.sessions = sessions;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return isMeant(exchange)
                ? sessions.of(exchange)
                        .map(token -> bearing(exchange, token))
                        .defaultIfEmpty(exchange)
                        .flatMap(chain::filter)
                : chain.filter(exchange);
    }

    private static boolean isMeant(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith(API)
                && ConsoleSession.shown(exchange).isPresent()
                && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                && ConsoleSession.isFromHere(exchange.getRequest());
    }

    private static ServerWebExchange bearing(ServerWebExchange exchange, Jwt token) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.setBearerAuth(token.getTokenValue())))
                .build();
    }
}
