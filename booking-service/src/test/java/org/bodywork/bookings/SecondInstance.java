package org.bodywork.bookings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.client.ReactorResourceFactory;

/** Another instance of the service beside the one that all tests share: same database, same broker, same keys. */
final class SecondInstance implements AutoCloseable {

    private static final List<String> SHARED = List.of(
            "spring.mongodb.uri",
            "spring.mongodb.database",
            "spring.kafka.bootstrap-servers",
            "bodywork.internal.token",
            "bodywork.security.issuer",
            "bodywork.event.keyset",
            "bodywork.client.key",
            "bodywork.link.key",
            "bodywork.record.key");

    private final ConfigurableApplicationContext context;

    private SecondInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static SecondInstance beside(Environment first) {
        Map<String, Object> shared = SHARED.stream()
                .filter(first::containsProperty)
                .collect(Collectors.toMap(name -> name, name -> Objects.requireNonNull(first.getProperty(name))));
        shared.put("server.port", 0);
        return new SecondInstance(new SpringApplicationBuilder(BookingApplication.class, TestTokens.class)
                .logStartupInfo(false)
                .initializers(fresh -> {
                    fresh.getEnvironment()
                            .getPropertySources()
                            .addFirst(new MapPropertySource("shared with the first instance", shared));
                    ((GenericApplicationContext) fresh)
                            .registerBean(ReactorResourceFactory.class, SecondInstance::itsOwn);
                })
                .run());
    }

    /** Those of the JVM would end with it, and with them whatever the tests have running. */
    private static ReactorResourceFactory itsOwn() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    int port() {
        return Objects.requireNonNull(((ReactiveWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
