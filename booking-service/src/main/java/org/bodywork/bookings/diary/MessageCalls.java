package org.bodywork.bookings.diary;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
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
import java.util.Objects;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.DiaryConfiguration.NotificationSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * What notification-service tells of the messages about a visit, with the staff member's own token. While it is away the page
 * says that they cannot be shown; everything else on it works.
 */
final class MessageCalls {

    private static final Logger log = LoggerFactory.getLogger(MessageCalls.class);

    private static final int MOST_AT_ONCE = 20;

    private final WebClient http;
    private final TimeLimiter limiter;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    MessageCalls(NotificationSettings settings, Clock clock) {
        this.http = WebClient.builder().baseUrl(settings.url().toString()).build();
        this.limiter = TimeLimiter.of(settings.patience());
        this.breaker = CircuitBreaker.of(
                "notification-service",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .ignoreException(MessageCalls::isRefusal)
                        .clock(clock)
                        .build());
        this.bulkhead = Bulkhead.of(
                "notification-service",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(MOST_AT_ONCE)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** Empty while they cannot be had; none where nothing is known of the visit yet. */
    Mono<Messages> about(AppointmentId visit, Staff staff) {
        return guarded(http.get()
                        .uri("/api/notifications?appointmentId={id}", visit.toString())
                        .headers(headers -> headers.setBearerAuth(staff.token()))
                        .retrieve()
                        .bodyToMono(Ledger.class))
                .map(Ledger::messages)
                .onErrorResume(WebClientResponseException.NotFound.class, _ -> Mono.just(Messages.NONE))
                .onErrorResume(error -> {
                    log.atWarn()
                            .addKeyValue("cause", error.getClass().getName())
                            .log("Messages cannot be shown");
                    return Mono.empty();
                });
    }

    /**
     * Sends one once more. Never fails.
     *
     * @param key of this wish, so that pressing twice sends once
     */
    Mono<Resent> resend(String message, String key, Staff staff) {
        return guarded(http.post()
                        .uri("/api/notifications/{id}/resend", message)
                        .headers(headers -> headers.setBearerAuth(staff.token()))
                        .header("Idempotency-Key", key)
                        .retrieve()
                        .toBodilessEntity())
                .map(_ -> Resent.PLANNED)
                .onErrorResume(error -> Mono.just(meaning(error)));
    }

    private static Resent meaning(Throwable error) {
        return isRefusal(error) ? Resent.REFUSED : Resent.AWAY;
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof WebClientResponseException answer
                && answer.getStatusCode().is4xxClientError()
                && !answer.getStatusCode().isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS);
    }

    private <T> Mono<T> guarded(Mono<T> call) {
        return call.transformDeferred(TimeLimiterOperator.of(limiter))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    /** What became of a wish to send a message once more; the names are keys of sentences. */
    enum Resent {
        PLANNED,
        REFUSED,
        AWAY
    }

    /**
     * The ledger as it is sent.
     *
     * @param channels how the client can be reached; absent where that is not told
     */
    record Ledger(@Nullable List<Message> items, @Nullable List<Channel> channels) {

        Messages messages() {
            return new Messages(
                    Objects.requireNonNullElse(items, List.of()), Objects.requireNonNullElse(channels, List.of()));
        }
    }

    /** What is known of the messages about one visit. */
    record Messages(List<Message> items, List<Channel> channels) {

        static final Messages NONE = new Messages(List.of(), List.of());

        Messages {
            items = List.copyOf(items);
            channels = List.copyOf(channels);
        }
    }

    /**
     * One message.
     *
     * @param address masked
     * @param resendable null where it is not told
     */
    record Message(
            String id,
            String kind,
            String channel,
            String recipient,
            @Nullable String address,
            String state,
            @Nullable String reason,
            Instant due,
            @Nullable Instant at,
            @Nullable Boolean resendable) {

        boolean isToClient() {
            return recipient.equals("CLIENT");
        }
    }

    record Channel(String channel, String address, boolean agreed, boolean stopped) {}
}
