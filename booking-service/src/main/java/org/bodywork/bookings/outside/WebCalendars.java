package org.bodywork.bookings.outside;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.bodywork.bookings.outside.FetchFailure.Kind;
import org.bodywork.platform.outside.AddressRule;
import org.bodywork.platform.outside.CheckedAddresses;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.LoopResources;

/**
 * Fetches calendars over https from wherever their owners say. Each server is left alone for a while when it keeps
 * failing, few are asked at once, and none is waited for long. Without an answer, what is known goes on counting.
 */
final class WebCalendars implements CalendarSource {

    private static final int MOST_REDIRECTS = 3;
    private static final int MOST_SERVERS_REMEMBERED = 1_000;
    private static final int CONNECT_MILLIS = 3_000;
    private static final Set<Kind> SIGNS_OF_TROUBLE = Set.of(Kind.UNREACHABLE, Kind.TOO_SLOW);

    private final WebClient http;
    private final int mostBytes;
    private final TimeLimiter limiter;
    private final Bulkhead bulkhead;
    private final CircuitBreakerConfig whenToOpen;
    private final Cache<String, CircuitBreaker> breakers =
            Caffeine.newBuilder().maximumSize(MOST_SERVERS_REMEMBERED).build();

    /**
     * A source with these limits.
     *
     * @param client with nothing set but whom it trusts
     * @param steady the unmoved clock, by which the breakers count
     */
    WebCalendars(HttpClient client, AddressRule rule, OutsideSettings settings, Clock steady) {
        HttpClient guarded = client.resolver(CheckedAddresses.byDns(rule))
                // Threads of its own: whatever comes from outside holds up nobody who books.
                .runOn(LoopResources.create("outside-calendars", 1, true), false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .followRedirect(false);
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(guarded))
                .defaultHeader(HttpHeaders.ACCEPT, "text/calendar, */*;q=0.1")
                .defaultHeader(HttpHeaders.USER_AGENT, "Bodywork")
                .build();
        this.mostBytes = Math.toIntExact(settings.mostBytes().toBytes());
        this.limiter = TimeLimiter.of(settings.patience());
        this.bulkhead = Bulkhead.of(
                "outside-calendars",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.whenToOpen = CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(Duration.ofMinutes(1))
                .clock(steady)
                .recordException(error -> SIGNS_OF_TROUBLE.contains(kindOf(error)))
                .build();
    }

    @Override
    public Mono<Fetched> fetch(URI url, Tag seen) {
        CircuitBreaker breaker =
                breakers.get(String.valueOf(url.getHost()), host -> CircuitBreaker.of("outside-calendar", whenToOpen));
        return Mono.defer(() -> get(url, seen, MOST_REDIRECTS))
                .transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(error -> !(error instanceof FetchFailure), error -> new FetchFailure(kindOf(error)));
    }

    private Mono<Fetched> get(URI url, Tag seen, int redirectsLeft) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            return Mono.error(new FetchFailure(Kind.NOT_ALLOWED));
        }
        return http.get()
                .uri(url)
                .headers(headers -> recognise(seen, headers))
                .exchangeToMono(response -> read(response, url, seen, redirectsLeft));
    }

    private static void recognise(Tag seen, HttpHeaders headers) {
        if (seen.etag() != null) {
            headers.set(HttpHeaders.IF_NONE_MATCH, seen.etag());
        }
        if (seen.lastModified() != null) {
            headers.set(HttpHeaders.IF_MODIFIED_SINCE, seen.lastModified());
        }
    }

    private Mono<Fetched> read(ClientResponse response, URI url, Tag seen, int redirectsLeft) {
        if (response.statusCode().isSameCodeAs(HttpStatus.NOT_MODIFIED)) {
            return response.releaseBody().thenReturn(new Unchanged());
        }
        if (response.statusCode().is3xxRedirection()) {
            return response.releaseBody().then(Mono.defer(() -> follow(response, url, seen, redirectsLeft)));
        }
        if (!response.statusCode().is2xxSuccessful()) {
            return response.releaseBody().then(Mono.error(new FetchFailure(Kind.REFUSED)));
        }
        HttpHeaders headers = response.headers().asHttpHeaders();
        Tag tag = new Tag(headers.getFirst(HttpHeaders.ETAG), headers.getFirst(HttpHeaders.LAST_MODIFIED));
        return DataBufferUtils.join(response.bodyToFlux(DataBuffer.class), mostBytes)
                .map(WebCalendars::text)
                .defaultIfEmpty("")
                .map(text -> new Text(text, tag));
    }

    /** Asked for anew, so that all that is checked at first is checked again. */
    private Mono<Fetched> follow(ClientResponse response, URI url, Tag seen, int redirectsLeft) {
        URI next = response.headers().asHttpHeaders().getLocation();
        return next == null || redirectsLeft == 0
                ? Mono.error(new FetchFailure(Kind.REFUSED))
                : get(url.resolve(next), seen, redirectsLeft - 1);
    }

    private static String text(DataBuffer buffer) {
        try {
            return buffer.toString(StandardCharsets.UTF_8);
        } finally {
            DataBufferUtils.release(buffer);
        }
    }

    private static Kind kindOf(Throwable error) {
        if (error instanceof FetchFailure failure) {
            return failure.kind();
        }
        if (error instanceof DataBufferLimitException) {
            return Kind.TOO_LARGE;
        }
        if (error instanceof TimeoutException) {
            return Kind.TOO_SLOW;
        }
        return CheckedAddresses.refused(error) ? Kind.NOT_ALLOWED : Kind.UNREACHABLE;
    }
}
