package org.bodywork.bookings.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.bodywork.bookings.outside.CalendarSource.Fetched;
import org.bodywork.bookings.outside.CalendarSource.Tag;
import org.bodywork.bookings.outside.CalendarSource.Text;
import org.bodywork.bookings.outside.CalendarSource.Unchanged;
import org.bodywork.bookings.outside.FetchFailure.Kind;
import org.bodywork.platform.outside.AddressRule;
import org.bodywork.platform.outside.PublicAddresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.resources.ConnectionProvider;
import reactor.test.StepVerifier;

/** Against a real server with TLS on this machine, which the rule of addresses is told to let through. */
class WebCalendarsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(400);
    private static final AddressRule THIS_MACHINE = address -> address.equals(InetAddress.ofLiteral("127.0.0.1"));
    private static final char[] PASSWORD = "of-the-test".toCharArray();
    private static DisposableServer server;

    private final CalendarSource source = source(THIS_MACHINE, PATIENCE);

    @BeforeAll
    static void serve(@TempDir Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        KeyManagerFactory keys = keysIn(folder.resolve("keys.p12"));
        server = HttpServer.create()
                .host("0.0.0.0")
                .port(0)
                .secure(spec -> spec.sslContext(contextOf(keys)))
                .route(WebCalendarsTest::routes)
                .bindNow(Duration.ofSeconds(10));
    }

    @AfterAll
    static void stop() {
        server.disposeNow();
    }

    private static void routes(HttpServerRoutes routes) {
        routes.get(
                        "/me.ics",
                        (request, answer) ->
                                "\"1\"".equals(request.requestHeaders().get("If-None-Match"))
                                        ? answer.status(304).send()
                                        : answer.header("ETag", "\"1\"").sendString(Mono.just("BEGIN:VCALENDAR")))
                .get("/moved", (_, answer) -> answer.sendRedirect("/me.ics"))
                .get("/without-tls", (_, answer) -> answer.sendRedirect("http://127.0.0.1:1/me.ics"))
                .get("/inwards", (_, answer) -> answer.sendRedirect("https://127.0.0.2:" + server.port() + "/me.ics"))
                .get("/round", (_, answer) -> answer.sendRedirect("/round"))
                .get("/gone", (_, answer) -> answer.status(410).send())
                .get(
                        "/large",
                        (_, answer) -> answer.sendString(Flux.range(0, 200).map(_ -> "x".repeat(100))))
                .get("/slow", (_, answer) -> answer.sendString(Flux.concat(Mono.just("BEGIN"), Mono.never())));
    }

    @Test
    void fetchesACalendar() {
        Fetched fetched = fetch("/me.ics", Tag.NONE);

        assertThat(fetched).isEqualTo(new Text("BEGIN:VCALENDAR", new Tag("\"1\"", null)));
    }

    @Test
    void fetchesNothingAgainThatIsAsItWas() {
        assertThat(fetch("/me.ics", new Tag("\"1\"", null))).isEqualTo(new Unchanged());
    }

    @Test
    void followsToWhereItHasMoved() {
        assertThat(fetch("/moved", Tag.NONE)).isInstanceOf(Text.class);
    }

    @Test
    void goesNowhereWithoutTls() {
        assertThat(failure("/without-tls")).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(failureOf(source, URI.create("http://127.0.0.1:" + server.port() + "/me.ics")))
                .isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void isNotLedInwardsByARedirect() {
        assertThat(failure("/inwards")).isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void goesToNoAddressOfOurOwnByNameOrNumber() {
        CalendarSource strict = source(new PublicAddresses(), PATIENCE);

        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433"}) {
            assertThat(failureOf(strict, URI.create("https://" + host + ":" + server.port() + "/me.ics")))
                    .as(host)
                    .isIn(Kind.NOT_ALLOWED, Kind.UNREACHABLE);
        }
        assertThat(failureOf(strict, URI.create("https://localhost:" + server.port() + "/me.ics")))
                .isEqualTo(Kind.NOT_ALLOWED);
        assertThat(failureOf(strict, URI.create("https://127.0.0.1:" + server.port() + "/me.ics")))
                .isEqualTo(Kind.NOT_ALLOWED);
    }

    @Test
    void endsWhereItIsSentRoundAndRound() {
        assertThat(failure("/round")).isEqualTo(Kind.REFUSED);
    }

    @Test
    void saysThatItWasTakenBack() {
        assertThat(failure("/gone")).isEqualTo(Kind.REFUSED);
    }

    @Test
    void readsNoMoreThanAllowed() {
        assertThat(failure("/large")).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void waitsNoLongerThanAllowed() {
        assertThat(failureOf(source(THIS_MACHINE, LITTLE_PATIENCE), url("/slow")))
                .isEqualTo(Kind.TOO_SLOW);
    }

    @Test
    void leavesAServerAloneThatKeepsFailing() {
        CalendarSource impatient = source(THIS_MACHINE, LITTLE_PATIENCE);
        for (int attempt = 0; attempt < 5; attempt++) {
            failureOf(impatient, url("/slow"));
        }

        Kind next = failureOf(impatient, url("/slow"));

        // Not so much as tried, or it would have been too slow again.
        assertThat(next).isEqualTo(Kind.UNREACHABLE);
    }

    private Fetched fetch(String path, Tag seen) {
        return source.fetch(url(path), seen)
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();
    }

    private Kind failure(String path) {
        return failureOf(source, url(path));
    }

    private static Kind failureOf(CalendarSource asked, URI url) {
        Kind[] kind = new Kind[1];
        StepVerifier.create(asked.fetch(url, Tag.NONE))
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(FetchFailure.class);
                    kind[0] = ((FetchFailure) error).kind();
                })
                .verify(Duration.ofSeconds(20));
        return kind[0];
    }

    private static URI url(String path) {
        return URI.create("https://127.0.0.1:" + server.port() + path);
    }

    private static CalendarSource source(AddressRule rule, Duration patience) {
        OutsideSettings settings = new OutsideSettings(
                Duration.ofMinutes(15), Duration.ofDays(7), 400, patience, DataSize.ofKilobytes(10), 4);
        HttpClient trusting = HttpClient.create(ConnectionProvider.newConnection())
                .secure(spec -> spec.sslContext(trustingContext()));
        return new WebCalendars(trusting, rule, settings, Clock.systemUTC());
    }

    private static SslContext trustingContext() {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(InsecureTrustManagerFactory.INSTANCE)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SslContext contextOf(KeyManagerFactory keys) {
        try {
            return SslContextBuilder.forServer(keys).build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the JDK's own tool: a certificate cannot be signed through its API. */
    private static KeyManagerFactory keysIn(Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS) && keytool.exitValue() == 0)
                .isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            store.load(stored, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        return keys;
    }
}
