package org.bodywork.notifications.delivery.adapter.twilio;

import java.time.Duration;
import java.util.Optional;
import org.bodywork.notifications.PublicAddress;
import org.bodywork.notifications.delivery.domain.TextMessage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** The two calls of Twilio's REST API (2010-04-01) that we make. */
final class TwilioApi {

    private static final String MESSAGES = "/2010-04-01/Accounts/{account}/Messages.json";
    private static final int NEWEST = 50;

    /** In seconds; Twilio's own limit, and what it does when nothing is said. */
    private static final long LONGEST_VALIDITY = 36_000;

    private final WebClient client;
    private final TwilioSettings settings;
    private final PublicAddress here;
    private final BusinessClock clock;

    TwilioApi(WebClient.Builder builder, TwilioSettings settings, PublicAddress here, BusinessClock clock) {
        this.client = builder.baseUrl(settings.baseUrl().toString())
                .defaultHeaders(headers -> headers.setBasicAuth(settings.accountSid(), settings.authToken()))
                .build();
        this.settings = settings;
        this.here = here;
        this.clock = clock;
    }

    /** Fails with {@link TwilioError} when Twilio answers anything but success. */
    Mono<TwilioMessage> create(TextMessage message) {
        return client.post()
                .uri(MESSAGES, settings.accountSid())
                .body(BodyInserters.fromFormData(form(message)))
                .retrieve()
                .onStatus(HttpStatusCode::isError, TwilioApi::error)
                .bodyToMono(TwilioMessage.class);
    }

    /** The newest messages to this number. */
    Mono<TwilioMessage.Page> list(String to) {
        return client.get()
                .uri(MESSAGES + "?To={to}&PageSize={size}", settings.accountSid(), to, NEWEST)
                .retrieve()
                .onStatus(HttpStatusCode::isError, TwilioApi::error)
                .bodyToMono(TwilioMessage.Page.class);
    }

    private MultiValueMap<String, String> form(TextMessage message) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("To", message.to());
        if (settings.messagingService().isBlank()) {
            form.add("From", settings.from());
        } else {
            form.add("MessagingServiceSid", settings.messagingService());
        }
        form.add("Body", message.body());
        form.add("StatusCallback", here.of(TwilioWebhooks.STATUS + "?notification=" + message.id()));
        validity(message).ifPresent(seconds -> form.add("ValidityPeriod", Long.toString(seconds)));
        return form;
    }

    /** For how many seconds the provider may go on trying; left to it where that is longer than it ever does. */
    private Optional<Long> validity(TextMessage message) {
        if (message.usefulUntil() == null) {
            return Optional.empty();
        }
        long seconds = Duration.between(clock.now(), message.usefulUntil()).toSeconds();
        return seconds > LONGEST_VALIDITY ? Optional.empty() : Optional.of(Math.max(1, seconds));
    }

    private static Mono<? extends Throwable> error(ClientResponse response) {
        return response.bodyToMono(ErrorBody.class)
                .onErrorReturn(ErrorBody.UNREADABLE)
                .defaultIfEmpty(ErrorBody.UNREADABLE)
                .map(body -> new TwilioError(response.statusCode().value(), body.codeOrZero(), retryAfter(response)));
    }

    private static Duration retryAfter(ClientResponse response) {
        String seconds = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }

    private record ErrorBody(@Nullable Integer code) {

        static final ErrorBody UNREADABLE = new ErrorBody(null);

        int codeOrZero() {
            return code == null ? 0 : code;
        }
    }
}
