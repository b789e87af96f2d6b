package org.bodywork.notifications.notification.adapter.booking;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.bodywork.notifications.notification.application.CurrentAppointments;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.notifications.remote.Guard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Asks booking-service how an appointment stands. While it is away what its events told is believed instead: a
 * cancellation of the last moments may then be overtaken by its reminder.
 */
@Component
@EnableConfigurationProperties({BookingSettings.class, InternalToken.class})
final class BookingAppointments implements CurrentAppointments {

    private static final Logger log = LoggerFactory.getLogger(BookingAppointments.class);

    private final WebClient booking;
    private final Guard guard;

    BookingAppointments(
            WebClient.Builder builder,
            BookingSettings settings,
            InternalToken internal,
            Clock steady,
            MeterRegistry meters) {
        this.booking = builder.baseUrl(settings.url().toString())
                .defaultHeader("X-Internal-Token", internal.token())
                .build();
        this.guard = new Guard("booking-service", settings.limit(), settings.atOnce(), _ -> false, steady, meters);
    }

    @Override
    public Mono<AppointmentNow> ask(AppointmentId id) {
        return guard.around(state(id))
                .map(State::asAppointmentNow)
                .doOnError(error -> log.atInfo()
                        .addKeyValue("appointment", id)
                        .addKeyValue("error", error.getClass().getSimpleName())
                        .log("Booking-service did not say how an appointment stands"))
                .onErrorComplete();
    }

    private Mono<State> state(AppointmentId id) {
        return booking.get()
                .uri("/internal/appointments/{id}/state", id.value())
                .retrieve()
                .bodyToMono(State.class);
    }

    private record State(VisitStatus status, Instant start) {

        AppointmentNow asAppointmentNow() {
            return new AppointmentNow(status, start);
        }
    }
}
