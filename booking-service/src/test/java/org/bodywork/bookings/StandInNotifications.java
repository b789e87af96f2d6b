package org.bodywork.bookings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bodywork.platform.testing.OncePerJvm;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** notification-service to whoever shows the token of the tests; away but for what a test has it answer. */
final class StandInNotifications implements AutoCloseable {

    private static final OncePerJvm<StandInNotifications> RUNNING = new OncePerJvm<>(StandInNotifications::new);

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    private StandInNotifications() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
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

    private void answer(HttpExchange exchange) throws IOException {
        String json = answers.get(exchange.getRequestURI().getPath());
        boolean known = "token-of-tests".equals(exchange.getRequestHeaders().getFirst("X-Internal-Token"));
        byte[] body = String.valueOf(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(json != null && known ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
