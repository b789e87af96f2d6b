package org.bodywork.allinone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bodywork.allinone.terminal.Trouble;

/** Where each part listens. */
public record Ports(
        int booking,
        int therapist,
        int notification,
        int messages,
        int twilio,
        int smtp,
        int mongo,
        int kafka,
        int kafkaController) {

    private static final String DATABASE = "the database";
    private static final String BROKER = "the broker";
    private static final String CONTROLLER = "the broker's controller";
    private static final int HIGHEST = 65_535;
    private static final int LAST_OFFSET = 10;

    static Ports usual() {
        return new Ports(8080, 8081, 8082, 8025, 8026, 3025, 27017, 9092, 9093);
    }

    /** All of them side by side from one number on, so that two installations fit on one machine. */
    static Ports from(int base) {
        if (base < 1024 || base > HIGHEST - LAST_OFFSET) {
            throw new Trouble("--port-base must lie between 1024 and %d.".formatted(HIGHEST - LAST_OFFSET));
        }
        return new Ports(
                base, base + 1, base + 2, base + 5, base + 6, base + 7, base + 8, base + 9, base + LAST_OFFSET);
    }

    /** Ports that are free now, for tests and benchmarks. */
    public static Ports free() {
        return from(org.bodywork.platform.devservices.Ports.freeRange(LAST_OFFSET + 1));
    }

    private Map<String, Integer> byUser() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("booking-service", booking);
        ports.put("therapist-service", therapist);
        ports.put("notification-service", notification);
        ports.put("the page of messages", messages);
        ports.put("the SMS server", twilio);
        ports.put("the mail server", smtp);
        ports.put(DATABASE, mongo);
        ports.put(BROKER, kafka);
        ports.put(CONTROLLER, kafkaController);
        return ports;
    }

    /**
     * Makes sure that everything can listen where it should.
     *
     * @throws Trouble naming the first port that something else uses
     */
    void requireFree(boolean localDatabase, boolean localBroker) {
        Map<String, Integer> wanted = byUser();
        if (!localDatabase) {
            wanted.remove(DATABASE);
        }
        if (!localBroker) {
            wanted.keySet().removeAll(List.of(BROKER, CONTROLLER));
        }
        wanted.forEach((user, port) -> {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(port));
            } catch (IOException e) {
                throw new Trouble(
                        "Port %d, meant for %s, is in use; stop what listens there, or choose other ports with --port-base N."
                                .formatted(port, user),
                        e);
            }
        });
    }
}
