package org.bodywork.allinone;

import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.allinone.data.Keys;

/** The three services. */
public enum Service {
    THERAPIST("therapist-service"),
    BOOKING("booking-service"),
    NOTIFICATION("notification-service");

    static final String READINESS = "/actuator/health/readiness";

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** Its folder, its jar and its process all carry this name. */
    public String module() {
        return module;
    }

    /** Whether a process of that name is one of them. */
    static boolean isNamed(String name) {
        return Stream.of(values()).anyMatch(service -> service.module.equals(name));
    }

    int port(Ports ports) {
        return switch (this) {
            case THERAPIST -> ports.therapist();
            case BOOKING -> ports.booking();
            case NOTIFICATION -> ports.notification();
        };
    }

    public URI url(Ports ports) {
        return URI.create("http://localhost:" + port(ports));
    }

    URI readiness(Ports ports) {
        return url(ports).resolve(READINESS);
    }

    /** The keys that it may hold, and no other. */
    Map<String, String> keysFrom(Keys all) {
        Stream<String> own = switch (this) {
            case THERAPIST -> Stream.of();
            case BOOKING -> Stream.of(Keys.CLIENT_KEY, Keys.LINK_KEY, Keys.RECORD_KEY);
            case NOTIFICATION -> Stream.of(Keys.SUPPRESSION_KEY, Keys.TWILIO_ACCOUNT, Keys.TWILIO_TOKEN);
        };
        return Stream.concat(Stream.of(Keys.EVENT_KEYSET, Keys.INTERNAL_TOKEN), own)
                .collect(Collectors.toMap(Function.identity(), all::get));
    }
}
