package org.bodywork.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets only other services into {@code /internal/**}; to everybody else nothing is there. */
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class InternalAccess implements WebFilter {

    static final String HEADER = "X-Internal-Token";

    /** Matched as routes are, so that no spelling of a path passes here and is routed there. */
    static final String PATHS = "/internal/**";

    private static final PathPattern INTERNAL = PathPatternParser.defaultInstance.parse(PATHS);

    private final byte[] token;

    InternalAccess(InternalSettings settings) {
        this.token = settings.token().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean internal = INTERNAL.matches(exchange.getRequest().getPath().pathWithinApplication());
        if (internal && !showsToken(exchange)) {
            return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        }
        return chain.filter(exchange);
    }

    private boolean showsToken(ServerWebExchange exchange) {
        List<String> shown = exchange.getRequest().getHeaders().getOrEmpty(HEADER);
        return token.length > 0
                && shown.size() == 1
                && MessageDigest.isEqual(token, shown.getFirst().getBytes(StandardCharsets.UTF_8));
    }
}
