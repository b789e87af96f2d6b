package org.bodywork.platform.testing.needs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.platform.devservices.mongo.RealMongod;

/** What this machine has for tests, and what whoever runs them insists on. */
public final class Machine {

    private final Map<String, String> environment;

    private Machine(Map<String, String> environment) {
        this.environment = environment;
    }

    public static Machine current() {
        return of(System.getenv());
    }

    /** This machine as it would be with another environment. */
    public static Machine of(Map<String, String> environment) {
        return new Machine(Map.copyOf(environment));
    }

    public boolean has(Need need) {
        return switch (need) {
            case MONGOD -> mongod().isPresent();
            case DOCKER -> hasDockerAndImages();
            case BROWSER -> browser().isPresent();
        };
    }

    /** Whether {@code REQUIRE}, a list such as {@code browser,mongod,docker}, turns a skip for this need into a failure. */
    boolean insistsOn(Need need) {
        return Arrays.stream(environment.getOrDefault("REQUIRE", "").split(",", -1))
                .map(String::strip)
                .anyMatch(need.word()::equals);
    }

    /** The program named by {@code MONGOD}, else one on the PATH, else the one kept in this user's cache. */
    public Optional<Path> mongod() {
        return RealMongod.find()
                .or(() -> Optional.of(Path.of(System.getProperty("user.home"), ".cache", "bodywork", "mongod"))
                        .filter(Files::isExecutable));
    }

    /** Chromium or a relative of it: the one named by {@code CHROMIUM}, else one on the PATH. */
    public Optional<Path> browser() {
        return Stream.concat(
                        Stream.of(Path.of(environment.getOrDefault("CHROMIUM", ""))),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(this::onPath))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Stream<Path> onPath(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder, program));
    }

    /** The image that tests run MongoDB from: {@code MONGO_IMAGE}, else the official one. */
    public String mongoImage() {
        return environment.getOrDefault("MONGO_IMAGE", "mongo:8.0");
    }

    /** The image that tests run Kafka from: {@code KAFKA_IMAGE}, else the official one. */
    public String kafkaImage() {
        return environment.getOrDefault("KAFKA_IMAGE", "apache/kafka:4.2.1");
    }

    // Tests do not pull: without network that fails, and with it a test run would begin with a gigabyte.
    private boolean hasDockerAndImages() {
        var engine = new DockerEngine(environment);
        return engine.has(mongoImage()) && engine.has(kafkaImage());
    }
}
