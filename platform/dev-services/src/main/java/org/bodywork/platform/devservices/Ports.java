package org.bodywork.platform.devservices;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports of this machine. */
public final class Ports {

    private static final String EVERYWHERE = "0.0.0.0";
    private static final int LOWEST = 10_000;
    // Systems lend ports to outgoing connections from 32768 (Linux) or 49152 on: below, what is free stays free.
    private static final int BELOW = 32_768;

    private Ports() {}

    /** A free port that the system does not lend to an outgoing connection, so that a server can come back to it. */
    public static int free() {
        return freeRange(1);
    }

    /** The first of that many free ports side by side. */
    public static int freeRange(int length) {
        while (true) {
            int first = ThreadLocalRandom.current().nextInt(LOWEST, BELOW - length + 1);
            if (IntStream.range(first, first + length).allMatch(Ports::isFree)) {
                return first;
            }
        }
    }

    private static boolean isFree(int port) {
        try {
            bind(EVERYWHERE, port);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * The port itself when it can be bound, or a free one for 0.
     *
     * @throws CannotStart when something else listens there
     */
    public static int require(String bindHost, int port) {
        int wanted = port == 0 ? free() : port;
        try {
            bind(bindHost, wanted);
            return wanted;
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d of %s cannot be used (%s). Stop what listens there or choose another port."
                            .formatted(wanted, bindHost, e.getMessage()),
                    e);
        }
    }

    /**
     * The same beside a port that is not bound yet, and that the system may therefore offer once more.
     *
     * @throws CannotStart when something else listens there, or both are to be the same
     */
    public static int requireBeside(int other, String bindHost, int port) {
        if (port == other) {
            throw new CannotStart("Port %d cannot be used for two things.".formatted(port));
        }
        int found = require(bindHost, port);
        return found == other ? requireBeside(other, bindHost, port) : found;
    }

    private static void bind(String host, int port) throws IOException {
        try (var probe = new ServerSocket()) {
            // As servers do: a port in TIME_WAIT after a restart is not busy.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        }
    }
}
