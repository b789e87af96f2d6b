package org.bodywork.bookings.opening.adapter.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bodywork.bookings.opening.application.Shown;
import org.bodywork.platform.web.ClientAddress;
import org.bodywork.platform.web.FloodLimit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Answers questions for openings before any filter is asked: they are public and the same for everybody,
 * and finding the answer costs far less than the way through the chain. Whatever needs one of the filters (a token, a
 * page of another site), cannot be answered or comes too often takes the usual way, which words every refusal. They are
 * counted and limited like all others.
 */
@Component
final class EarlyAnswers implements HttpHandlerDecoratorFactory {

    private static final String GZIP = "gzip";

    /** Those that the chain would add. */
    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.CONTENT_TYPE,
            "application/json",
            HttpHeaders.CACHE_CONTROL,
            "no-cache, no-store, max-age=0, must-revalidate",
            HttpHeaders.PRAGMA,
            "no-cache",
            HttpHeaders.EXPIRES,
            "0",
            HttpHeaders.VARY,
            HttpHeaders.ACCEPT_ENCODING,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "X-XSS-Protection",
            "0",
            "Referrer-Policy",
            "no-referrer");

    /** As the chain tags a request that was answered; a meter of one name has one set of tags. */
    private static final Tags ANSWERED = Tags.of(
            "error",
            "none",
            "exception",
            "none",
            "method",
            "GET",
            "outcome",
            "SUCCESS",
            "status",
            "200",
            "uri",
            OpeningsController.PATH);

    private final OpeningsController openings;
    private final ClientAddress addresses;
    private final FloodLimit limit;
    private final Timer requests;

    EarlyAnswers(OpeningsController openings, ClientAddress addresses, FloodLimit limit, MeterRegistry metrics) {
        this.openings = openings;
        this.addresses = addresses;
        this.limit = limit;
        this.requests = metrics.timer("http.server.requests", ANSWERED);
    }

    @Override
    public HttpHandler apply(HttpHandler usual) {
        return (request, response) -> isAnsweredHere(request) && limit.admits(addresses.of(request))
                ? answer(request, response, usual)
                : usual.handle(request, response);
    }

    private Mono<Void> answer(ServerHttpRequest request, ServerHttpResponse response, HttpHandler usual) {
        long began = System.nanoTime();
        return find(request)
                .flatMap(found -> found.map(shown -> write(shown, request, response)
                                .doOnSuccess(_ -> requests.record(System.nanoTime() - began, TimeUnit.NANOSECONDS)))
                        .orElseGet(() -> usual.handle(request, response)));
    }

    private static boolean isAnsweredHere(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return request.getURI().getRawPath().equals(OpeningsController.PATH)
                && HttpMethod.GET.equals(request.getMethod())
                && !headers.containsHeader(HttpHeaders.AUTHORIZATION)
                && !headers.containsHeader(HttpHeaders.ORIGIN);
    }

    private Mono<Optional<Shown>> find(ServerHttpRequest request) {
        return Mono.defer(() -> openings.find(request.getQueryParams(), request.getHeaders()))
                .map(Optional::of)
                .onErrorReturn(Optional.empty());
    }

    private static Mono<Void> write(Shown shown, ServerHttpRequest request, ServerHttpResponse response) {
        boolean gzip = reads(GZIP, request.getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING));
        byte[] body = gzip ? shown.gzip() : shown.json();
        HttpHeaders headers = response.getHeaders();
        HEADERS.forEach(headers::set);
        if (gzip) {
            headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        headers.setContentLength(body.length);
        response.setStatusCode(HttpStatus.OK);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    /** Whoever weighs encodings is served by the server's own compression. */
    private static boolean reads(String encoding, @Nullable String accepted) {
        return accepted != null && accepted.contains(encoding) && !accepted.contains(";");
    }
}
