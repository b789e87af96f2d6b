package org.bodywork.therapists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.therapists.importing.adapter.csv.TestRow;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Speaks to the service under test as its callers do. */
public final class ServiceClient {

    public static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST_ANSWER = 16 << 20;

    private final Environment environment;

    ServiceClient(Environment environment) {
        this.environment = environment;
    }

    /** Made on each call: the port is known only once the service runs. */
    public WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl(base())
                .responseTimeout(PATIENCE)
                // An export holds what all tests before have left.
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .filter(ServiceClient::readWhole)
                .build();
    }

    public String base() {
        return "http://localhost:" + environment.getProperty("local.server.port");
    }

    public ResponseSpec importing(TestRow... rows) {
        return importing(
                Stream.concat(Stream.of(TestRow.header()), Stream.of(rows).map(TestRow::line))
                        .collect(Collectors.joining("\n")));
    }

    public ResponseSpec importing(String file) {
        return importing("", file);
    }

    /** Takes how, as in {@code ?dryRun=true}. */
    public ResponseSpec importing(String query, String file) {
        return http().post()
                .uri("/internal/import/therapists" + query)
                .header("X-Internal-Token", TestSecrets.INTERNAL_TOKEN)
                .contentType(CSV)
                .bodyValue(file.getBytes(UTF_8))
                .exchange();
    }

    public ResponseSpec get(String uri, Object... variables) {
        return http().get().uri(uri, variables).exchange();
    }

    public ResponseSpec post(String uri, String json) {
        return http().post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    /** A test that looks at the status alone must not leave the body unread: its buffers would never be released. */
    private static Mono<ClientResponse> readWhole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> response.bodyToMono(byte[].class)
                        .map(DefaultDataBufferFactory.sharedInstance::wrap)
                        .map(body -> response.mutate().body(Flux.just(body)).build())
                        .defaultIfEmpty(response));
    }
}
