package org.bodywork.bookings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bodywork.platform.testing.OncePerJvm;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * notification-service to whoever shows the token of the tests, and to staff; away but for what a test has it answer, and for
 * every visit that a test gives no ledger.
 */
final class StandInNotifications implements AutoCloseable {

    private static final OncePerJvm<StandInNotifications> RUNNING = new OncePerJvm<>(StandInNotifications::new);

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> ledgers = new ConcurrentHashMap<>();
    private final Map<String, Integer> resending = new ConcurrentHashMap<>();
    private final List<String> resent = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private StandInNotifications() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.createContext("/api/notifications", this::tellStaff);
        server.start();
    }

    static StandInNotifications get() {
        return RUNNING.get();
    }

    /** Lets the service find it. */
    static final class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = "http://localhost:" + get().server.getAddress().getPort();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "notification-service of the test", Map.of("bodywork.notification.url", url)));
        }
    }

    void answer(String path, String json) {
        answers.put(path, json);
    }

    /** From now on it tells staff of the messages about this visit. */
    void knows(String visit, String ledger) {
        ledgers.put("appointmentId=" + visit, ledger);
    }

    /** How it answers whoever wants that message once more. */
    void answersResending(String message, int status) {
        resending.put(message, status);
    }

    /** What was wanted once more: the message, and the key of the wish. */
    List<String> resent() {
        return List.copyOf(resent);
    }

    private void tellStaff(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/resend")) {
            String message = path.split("/", -1)[3];
            resent.add(message + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            send(exchange, resending.getOrDefault(message, 503), "{}");
        } else {
            String ledger = ledgers.get(exchange.getRequestURI().getQuery());
            send(exchange, ledger == null ? 503 : 200, String.valueOf(ledger));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String json = answers.get(exchange.getRequestURI().getPath());
        boolean known = "token-of-tests".equals(exchange.getRequestHeaders().getFirst("X-Internal-Token"));
        send(exchange, json != null && known ? 200 : 503, String.valueOf(json));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
