package org.bodywork.platform.devservices;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

    private Ports() {}

    /**
     * The port itself when it can be bound, or a free one for 0.
     *
     * @throws CannotStart when something else listens there
     */
    public static int require(String bindHost, int port) {
        try (var probe = new ServerSocket()) {
            // As servers do: a port in TIME_WAIT after a restart is not busy.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(bindHost), port));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d of %s cannot be used (%s). Stop what listens there or choose another port."
                            .formatted(port, bindHost, e.getMessage()),
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
}
