package org.bodywork.allinone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bodywork.allinone.data.Keys;

/** The settings that a service finds in its environment. */
record ServiceEnvironment(UpOptions options, Keys keys, String mongoUri, String kafkaServers) {

    private static final String TWILIO_SENDER = "+13145550100";

    Map<String, String> of(Service service) {
        Ports ports = options.ports();
        Map<String, String> environment = new HashMap<>(service.keysFrom(keys));
        environment.put("SERVER_PORT", Integer.toString(service.port(ports)));
        environment.put("MONGODB_URI", mongoUri);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaServers);
        environment.put("BODYWORK_THERAPIST_URL", Service.THERAPIST.url(ports).toString());
        environment.put("BODYWORK_BOOKING_URL", Service.BOOKING.url(ports).toString());
        environment.put(
                "BODYWORK_NOTIFICATION_URL", Service.NOTIFICATION.url(ports).toString());
        environment.put(
                "BODYWORK_PUBLIC_URL",
                options.environment()
                        .getOrDefault(
                                "BODYWORK_PUBLIC_URL",
                                Service.BOOKING.url(ports).toString()));
        environment.put("BODYWORK_YARDSTICK", Boolean.toString(options.measured()));
        if (options.measured()) {
            environment.put("MANAGEMENT_METRICS_DISTRIBUTION_PERCENTILESHISTOGRAM_HTTP_SERVER_REQUESTS", "true");
        }
        environment.put("BODYWORK_CLOCK_CONTROL", Boolean.toString(options.clockControl()));
        if (service == Service.THERAPIST) {
            environment.put("BODYWORK_SEARCH_FOLDER", searchIndex(options).toString());
        }
        if (service == Service.NOTIFICATION) {
            environment.put("SMTP_HOST", "localhost");
            environment.put("SMTP_PORT", Integer.toString(ports.smtp()));
            environment.put("TWILIO_BASE_URL", "http://localhost:" + ports.twilio());
            environment.put("TWILIO_FROM", TWILIO_SENDER);
        }
        return environment;
    }

    static Path searchIndex(UpOptions options) {
        return options.data().toAbsolutePath().resolve("search-index");
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "ServiceEnvironment[" + options.data() + "]";
    }
}
