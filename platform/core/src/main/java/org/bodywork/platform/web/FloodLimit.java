package org.bodywork.platform.web;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what one address asks for beyond so many requests a second, so that one client cannot take the whole of this
 * instance. It counts in memory and for this instance alone. Our own machine and trusted proxies, as which other services
 * may come, are not limited.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class FloodLimit implements WebFilter {

    private final ClientAddress addresses;
    private final int aSecond;
    private final Clock steady;
    private volatile Second counted = new Second(Long.MIN_VALUE, Map.of());

    /**
     * A limit.
     *
     * @param aSecond requests; none for no limit
     * @param steady the unmoved clock
     */
    FloodLimit(ClientAddress addresses, int aSecond, Clock steady) {
        this.addresses = addresses;
        this.aSecond = aSecond;
        this.steady = steady;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return admits(ClientAddress.of(exchange)) ? chain.filter(exchange) : Mono.error(new Flooded());
    }

    /** Counts a request, and tells whether it may be answered. */
    public boolean admits(InetAddress address) {
        if (aSecond == 0 || address.isLoopbackAddress() || addresses.isTrusted(address)) {
            return true;
        }
        return now().requests()
                        .computeIfAbsent(address, _ -> new AtomicInteger())
                        .incrementAndGet()
                <= aSecond;
    }

    /** Whoever begins a new second at the same moment may have a few requests forgotten. */
    private Second now() {
        long second = steady.instant().getEpochSecond();
        Second known = counted;
        if (known.number() == second) {
            return known;
        }
        Second begun = new Second(second, new ConcurrentHashMap<>());
        counted = begun;
        return begun;
    }

    static @Nullable Problem problemOf(Throwable error) {
        return error instanceof Flooded
                ? Problem.tooManyRequests(
                        "Your address sends more than is answered in a second.", Duration.ofSeconds(1))
                : null;
    }

    private record Second(long number, Map<InetAddress, AtomicInteger> requests) {}

    private static final class Flooded extends RuntimeException {
        Flooded() {
            super("too many requests of one address", null, false, false);
        }
    }
}
