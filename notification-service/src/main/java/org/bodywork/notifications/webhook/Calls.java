package org.bodywork.notifications.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.bodywork.notifications.remote.Guard;
import org.bodywork.notifications.remote.WebhookSignature;
import org.bodywork.notifications.webhook.WebhookDocument.Failure;
import org.bodywork.platform.outside.AddressRule;
import org.bodywork.platform.outside.CheckedAddresses;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Makes one call. It goes to public addresses only, follows nobody elsewhere, waits for nobody long, and reads nothing
 * of the answer but its status. While it fails, the practice's programs are told later, or see it in our own API.
 */
final class Calls {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int GONE = 410;

    private final WebClient http;
    private final Guard guard;
    private final Clock steady;

    /**
     * With these limits.
     *
     * @param client with nothing set but whom it trusts; it should keep no connections
     */
    Calls(HttpClient client, AddressRule rule, WebhookSettings settings, Clock steady, MeterRegistry meters) {
        HttpClient guarded = client.resolver(CheckedAddresses.byDns(rule))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .followRedirect(false);
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(guarded))
                .defaultHeader(HttpHeaders.USER_AGENT, "Bodywork")
                .build();
        // One practice that fails must not keep the others from being called: no failure counts for the breaker.
        this.guard = new Guard("webhooks", settings.patience(), settings.atOnce(), _ -> true, steady, meters);
        this.steady = steady;
    }

    /** How a call ended. */
    sealed interface Ended {

        record Well() implements Ended {}

        record Gone() implements Ended {}

        record Badly(Failure failure) implements Ended {}
    }

    /** Every failure is an answer, never an error. */
    Mono<Ended> call(URI url, CallDocument call, String secret) {
        byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
        long seconds = steady.instant().getEpochSecond();
        return guard.around(http.post()
                        .uri(url)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(WebhookSignature.ID, call.id())
                        .header(WebhookSignature.TIMESTAMP, Long.toString(seconds))
                        .header(
                                WebhookSignature.SIGNATURE,
                                WebhookSignature.under(secret).of(call.id(), seconds, body))
                        .bodyValue(body)
                        .exchangeToMono(Calls::read))
                .onErrorResume(error -> Mono.just(new Ended.Badly(failureOf(error))));
    }

    /** Of whatever follows the status one piece at most arrives; the rest goes with the connection. */
    private static Mono<Ended> read(ClientResponse response) {
        return response.bodyToFlux(DataBuffer.class)
                .doOnNext(DataBufferUtils::release)
                .take(1)
                .then(Mono.just(endedBy(response.statusCode())));
    }

    private static Ended endedBy(HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return new Ended.Well();
        }
        return status.value() == GONE ? new Ended.Gone() : new Ended.Badly(Failure.REFUSED);
    }

    private static Failure failureOf(Throwable error) {
        if (error instanceof TimeoutException) {
            return Failure.TOO_SLOW;
        }
        return CheckedAddresses.refused(error) ? Failure.NOT_ALLOWED : Failure.UNREACHABLE;
    }
}
