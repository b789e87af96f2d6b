package org.bodywork.bookings.diary;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.console.Staff;
import org.bodywork.bookings.diary.DiaryConfiguration.NotificationSettings;
import org.bodywork.bookings.remote.Guard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Guard guard;

    MessageCalls(NotificationSettings settings, Clock clock) {
        this.http = WebClient.builder().baseUrl(settings.url().toString()).build();
        this.guard = new Guard("notification-service", settings.patience(), settings.pause(), MOST_AT_ONCE, clock);
    }

    /** Empty while they cannot be had; none where nothing is known of the visit yet. */
    Mono<Messages> about(AppointmentId visit, Staff staff) {
        return guard.around(http.get()
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
        return guard.around(http.post()
                        .uri("/api/notifications/{id}/resend", message)
                        .headers(headers -> headers.setBearerAuth(staff.token()))
                        .header("Idempotency-Key", key)
                        .retrieve()
                        .toBodilessEntity())
                .map(_ -> Resent.PLANNED)
                .onErrorResume(error -> Mono.just(meaning(error)));
    }

    private static Resent meaning(Throwable error) {
        return Guard.isRefusal(error) ? Resent.REFUSED : Resent.AWAY;
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
