package org.bodywork.bookings.aftercare;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * What these pages ask of therapist-service. Without an answer the guide's last one is shown, else the page's own few
 * sentences; a review is kept on the page for its writer to send again.
 */
final class TherapistCalls {

    private static final Logger log = LoggerFactory.getLogger(TherapistCalls.class);

    private static final String SELF_CARE = "/api/guide/self-care";
    private static final Duration GUIDE_FRESH_FOR = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 20;
    private static final int PAGES_KEPT = 100;

    private final WebClient http;
    private final Clock clock;
    private final TimeLimiter limiter;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Cache<String, Kept> guide =
            Caffeine.newBuilder().maximumSize(PAGES_KEPT).build();

    TherapistCalls(TherapistSettings settings, Clock clock) {
        this.http = WebClient.builder().baseUrl(settings.url().toString()).build();
        this.clock = clock;
        this.limiter = TimeLimiter.of(settings.patience());
        this.breaker = CircuitBreaker.of(
                "therapist-service",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .clock(clock)
                        .build());
        this.bulkhead = Bulkhead.of(
                "therapist-service",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(MOST_AT_ONCE)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** The page on care between visits that suits the modality best; empty where none is known now. */
    Mono<GuidePage> selfCare(String modality, String language) {
        return pages(language)
                .flatMap(pages -> Mono.justOrEmpty(nearest(pages, modality)))
                .flatMap(page -> page(page.slug(), language));
    }

    private static Optional<GuidePage> nearest(List<GuidePage> pages, String modality) {
        return pages.stream()
                .filter(page -> page.related().modalities().contains(modality))
                .min((one, other) -> Integer.compare(
                        one.related().modalities().indexOf(modality),
                        other.related().modalities().indexOf(modality)))
                .or(() -> pages.stream().findFirst());
    }

    private Mono<List<GuidePage>> pages(String language) {
        return kept(SELF_CARE, language, GuidePages.class).map(GuidePages::items);
    }

    private Mono<GuidePage> page(String slug, String language) {
        return kept(SELF_CARE + "/" + slug, language, GuidePage.class);
    }

    /** What is old is shown only where nothing newer can be had. */
    private <T> Mono<T> kept(String path, String language, Class<T> shape) {
        String key = path + "|" + language;
        Kept kept = guide.getIfPresent(key);
        Mono<T> old = kept == null ? Mono.empty() : Mono.just(shape.cast(kept.value()));
        if (kept != null && kept.until().isAfter(clock.instant())) {
            return old;
        }
        return guarded(http.get()
                        .uri(uri -> uri.path(path).queryParam("lang", language).build())
                        .retrieve()
                        .bodyToMono(shape))
                .doOnNext(
                        found -> guide.put(key, new Kept(found, clock.instant().plus(GUIDE_FRESH_FOR))))
                .onErrorResume(error -> {
                    log.atWarn().addKeyValue("cause", error.toString()).log("The guide is away");
                    return old;
                });
    }

    /** Never fails. */
    Mono<Sent> review(String token, int rating, String text) {
        return guarded(http.post()
                        .uri("/api/reviews")
                        .bodyValue(Map.of("token", token, "rating", rating, "text", text))
                        .exchangeToMono(answer -> answer.releaseBody()
                                .thenReturn(
                                        HttpStatus.valueOf(answer.statusCode().value())))
                        .flatMap(TherapistCalls::meaning))
                .onErrorResume(error -> {
                    if (!(error instanceof CallNotPermittedException)) {
                        log.atWarn().addKeyValue("cause", error.toString()).log("A review could not be passed on");
                    }
                    return Mono.just(Sent.AWAY);
                });
    }

    /** What is no answer about the review itself is trouble, and counts as such. */
    private static Mono<Sent> meaning(HttpStatus status) {
        return switch (status) {
            case CREATED -> Mono.just(Sent.WRITTEN);
            case CONFLICT -> Mono.just(Sent.USED);
            case GONE -> Mono.just(Sent.EXPIRED);
            case NOT_FOUND -> Mono.just(Sent.UNKNOWN);
            case BAD_REQUEST -> Mono.just(Sent.REFUSED);
            default -> Mono.error(new IllegalStateException("therapist-service answers " + status.value()));
        };
    }

    private <T> Mono<T> guarded(Mono<T> call) {
        return call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    /** What became of a review. */
    enum Sent {
        WRITTEN,
        USED,
        EXPIRED,
        UNKNOWN,
        REFUSED,
        AWAY
    }

    private record Kept(Object value, Instant until) {}

    /** A list of the guide. */
    record GuidePages(List<GuidePage> items) {}

    /**
     * A page of the guide.
     *
     * @param html safe to show as it is, as therapist-service promises; absent in a list
     */
    record GuidePage(String slug, String title, @Nullable String html, Related related) {

        record Related(List<String> modalities) {}
    }
}
