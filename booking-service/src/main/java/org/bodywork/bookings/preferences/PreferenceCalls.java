package org.bodywork.bookings.preferences;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.preferences.PreferencesConfiguration.InternalToken;
import org.bodywork.bookings.preferences.PreferencesConfiguration.NotificationAddress;
import org.bodywork.bookings.remote.Guard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks notification-service where the client of a visit chooses how to be reached: only it can make that address. Without it
 * the client is told that every email ends with the same link.
 */
final class PreferenceCalls {

    private static final Logger log = LoggerFactory.getLogger(PreferenceCalls.class);

    private static final int MOST_AT_ONCE = 20;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final WebClient http;
    private final Guard guard;

    PreferenceCalls(NotificationAddress notifications, InternalToken internal, Clock clock) {
        this.http = WebClient.builder()
                .baseUrl(notifications.url().toString())
                .defaultHeader("X-Internal-Token", internal.token())
                .build();
        this.guard = new Guard("preferences", notifications.patience(), PAUSE, MOST_AT_ONCE, clock);
    }

    /** Empty while it cannot be had, or notification-service has not heard of the visit. */
    Mono<URI> addressOf(AppointmentId visit) {
        return guard.around(http.get()
                        .uri("/internal/appointments/{id}/preferences", visit.toString())
                        .retrieve()
                        .bodyToMono(Preferences.class))
                .map(Preferences::url)
                .doOnError(error -> log.atWarn()
                        .addKeyValue("cause", error.getClass().getName())
                        .log("The settings of messages cannot be opened"))
                .onErrorComplete();
    }

    private record Preferences(URI url) {}
}
