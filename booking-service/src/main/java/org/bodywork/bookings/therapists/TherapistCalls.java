package org.bodywork.bookings.therapists;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.bodywork.bookings.remote.Guard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * The one line to therapist-service, with what guards it. What somebody loses while it is away, each caller says.
 */
public final class TherapistCalls {

    private static final Logger log = LoggerFactory.getLogger(TherapistCalls.class);

    private static final Duration FRESH_FOR = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 50;
    private static final int ANSWERS_KEPT = 200;
    private static final int MOST_BYTES = 1 << 20;

    private final WebClient http;
    private final Clock clock;
    private final Guard guard;
    private final Cache<String, Kept> kept =
            Caffeine.newBuilder().maximumSize(ANSWERS_KEPT).build();

    public TherapistCalls(TherapistSettings settings, Clock clock) {
        this.http = WebClient.builder()
                .baseUrl(settings.url().toString())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_BYTES))
                .build();
        this.clock = clock;
        this.guard = new Guard("therapist-service", settings.patience(), settings.pause(), MOST_AT_ONCE, clock);
    }

    /**
     * One call. It fails with {@link WebClientResponseException} where therapist-service refuses what was asked, and with {@link
     * TherapistsAway} for every other trouble.
     */
    public <T> Mono<T> ask(Function<WebClient, Mono<T>> call) {
        return guard.around(Mono.defer(() -> call.apply(http)))
                .onErrorMap(error -> !Guard.isRefusal(error), TherapistCalls::away);
    }

    /**
     * What is public and changes rarely, asked for every ten minutes; what is older is shown only where nothing newer can be
     * had. Empty where there is no such thing.
     *
     * @param path a URI template such as {@code /api/guide/{kind}?lang={lang}}
     */
    public <T> Mono<T> kept(Class<T> shape, String path, Object... variables) {
        String address = UriComponentsBuilder.fromUriString(path)
                .buildAndExpand(variables)
                .encode()
                .toUriString();
        return Mono.defer(() -> {
            Kept known = kept.getIfPresent(address);
            if (known != null && known.until().isAfter(clock.instant())) {
                return Mono.just(shape.cast(known.value()));
            }
            return ask(http -> http.get().uri(path, variables).retrieve().bodyToMono(shape))
                    .doOnNext(found ->
                            kept.put(address, new Kept(found, clock.instant().plus(FRESH_FOR))))
                    .onErrorResume(
                            TherapistsAway.class,
                            away -> known == null ? Mono.error(away) : Mono.just(shape.cast(known.value())))
                    .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.empty());
        });
    }

    private static TherapistsAway away(Throwable error) {
        if (!(error instanceof CallNotPermittedException)) {
            log.atWarn().addKeyValue("cause", error.toString()).log("therapist-service is away");
        }
        return new TherapistsAway(error);
    }

    private record Kept(Object value, Instant until) {}
}
