package org.bodywork.bookings.opening.adapter.web;

import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.opening.application.Shown;
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
 * page of another site) or cannot be answered takes the usual way, which words every refusal.
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

    private final OpeningsController openings;

    EarlyAnswers(OpeningsController openings) {
        this.openings = openings;
    }

    @Override
    public HttpHandler apply(HttpHandler usual) {
        return (request, response) -> isAnsweredHere(request)
                ? answer(request)
                        .flatMap(found -> found.map(shown -> write(shown, request, response))
                                .orElseGet(() -> usual.handle(request, response)))
                : usual.handle(request, response);
    }

    private static boolean isAnsweredHere(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        return request.getURI().getRawPath().equals(OpeningsController.PATH)
                && HttpMethod.GET.equals(request.getMethod())
                && !headers.containsHeader(HttpHeaders.AUTHORIZATION)
                && !headers.containsHeader(HttpHeaders.ORIGIN);
    }

    private Mono<Optional<Shown>> answer(ServerHttpRequest request) {
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
