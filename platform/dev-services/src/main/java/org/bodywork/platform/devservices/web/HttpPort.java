package org.bodywork.platform.devservices.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bodywork.platform.devservices.Ports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A port that answers HTTP from its routes, each request on a virtual thread. */
public final class HttpPort implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpPort.class);

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpPort(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens the port; it answers when this returns.
     *
     * @param port 0 for a free one
     */
    public static HttpPort open(String bindHost, int port, Routes routes) {
        // Without it an answer of two packets waits 40 ms for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A client's pool may keep a connection longer than the server's default of 30 s, and then fail on it.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        try {
            var address = new InetSocketAddress(InetAddress.getByName(bindHost), Ports.require(bindHost, port));
            var server = HttpServer.create(address, 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, routes));
            server.start();
            return new HttpPort(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Routes routes) throws IOException {
        try (exchange) {
            reply(exchange, routes).sendTo(exchange);
        } catch (NoReply hangUp) {
            log.debug("Closes a connection without an answer, as asked");
        }
    }

    private static Reply reply(HttpExchange exchange, Routes routes) throws IOException {
        try {
            return routes.answer(Request.read(exchange));
        } catch (BadRequest refusal) {
            return refusal.reply();
        } catch (NoReply hangUp) {
            throw hangUp;
        } catch (RuntimeException bug) {
            log.error(
                    "No answer for {} {}",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    bug);
            return Reply.text(500, "Something went wrong here; the log says what.");
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
