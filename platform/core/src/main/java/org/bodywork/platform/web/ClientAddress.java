package org.bodywork.platform.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Who sent a request: the peer of the connection, or what trusted proxies say in {@code X-Forwarded-For}.
 *
 * <p>Each proxy appends the address it saw, so the list is read from its end for as long as the speaker is trusted;
 * whatever a client wrote itself stands further to the left and counts for nothing.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class ClientAddress implements WebFilter {

    private static final String ATTRIBUTE = ClientAddress.class.getName();
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<AddressRange> trusted;

    ClientAddress(List<AddressRange> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** The address of whoever sent this request. Personal data: not for logs. */
    public static InetAddress of(ServerWebExchange exchange) {
        InetAddress address = exchange.getAttribute(ATTRIBUTE);
        return Objects.requireNonNull(address, "The filter for client addresses has not run");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(ATTRIBUTE, of(exchange.getRequest()));
        return chain.filter(exchange);
    }

    /** The address of whoever sent a request that has not come to this filter. */
    public InetAddress of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        InetAddress client =
                peer == null || peer.getAddress() == null ? InetAddress.getLoopbackAddress() : peer.getAddress();
        List<String> hops = request.getHeaders().getValuesAsList(FORWARDED_FOR);
        for (String hop : hops.reversed()) {
            if (!isTrusted(client)) {
                return client;
            }
            try {
                client = InetAddress.ofLiteral(hop);
            } catch (IllegalArgumentException e) {
                return client;
            }
        }
        return client;
    }

    boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}
