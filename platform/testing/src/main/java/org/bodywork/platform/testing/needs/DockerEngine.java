package org.bodywork.platform.testing.needs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Docker's engine, asked over its socket; asking by a client library would log its absence at length. */
final class DockerEngine {

    private static final String DEFAULT_HOST = "unix:///var/run/docker.sock";
    private static final int STATUS_LINE = 64;

    private final URI host;

    DockerEngine(Map<String, String> environment) {
        this.host = URI.create(environment.getOrDefault("DOCKER_HOST", DEFAULT_HOST));
    }

    boolean has(String image) {
        return answersOk("/images/" + image + "/json");
    }

    private boolean answersOk(String path) {
        try (var channel = SocketChannel.open(address())) {
            channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(STATUS_LINE);
            channel.read(answer);
            String statusLine = StandardCharsets.US_ASCII.decode(answer.flip()).toString();
            return statusLine.startsWith("HTTP/1.0 200") || statusLine.startsWith("HTTP/1.1 200");
        } catch (IOException noEngine) {
            return false;
        }
    }

    private SocketAddress address() {
        return host.getScheme().equals("unix")
                ? UnixDomainSocketAddress.of(host.getPath())
                : new InetSocketAddress(host.getHost(), host.getPort());
    }
}
