package org.bodywork.platform.testing.spring;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bodywork.platform.testing.needs.Need;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Which servers an application under test is joined to. Equal ones share a cached application. */
record Servers(MongoBacking mongo, KafkaBacking kafka) implements ContextCustomizer {

    static Servers of(WithServers wanted) {
        MongoBacking mongo = Arrays.stream(wanted.mongo()).findFirst().orElseGet(MongoBacking::best);
        return new Servers(mongo, wanted.kafka());
    }

    Need[] needs() {
        return Stream.of(mongo.need(), kafka.need()).flatMap(Optional::stream).toArray(Need[]::new);
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        TestDatabase database = mongo.freshDatabase();
        context.getBeanFactory().registerSingleton("testDatabase", database);
        Map<String, Object> properties = Map.of(
                "spring.mongodb.uri",
                database.uri(),
                // A service names its own database, which would win over the URI's.
                "spring.mongodb.database",
                database.name(),
                "spring.kafka.bootstrap-servers",
                kafka.bootstrapServers());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("servers of the test", properties));
    }
}
