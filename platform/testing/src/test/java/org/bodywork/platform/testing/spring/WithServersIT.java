package org.bodywork.platform.testing.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.bodywork.platform.testing.mongo.TestDatabase;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

@SpringBootTest(classes = WithServersIT.Application.class)
@WithServers(mongo = MongoBacking.EMBEDDED)
@TestConstructor(autowireMode = AutowireMode.ALL)
class WithServersIT {

    private final Environment environment;
    private final TestDatabase database;
    private final ReactiveMongoTemplate ofTheApplication;

    WithServersIT(Environment environment, TestDatabase database, ReactiveMongoTemplate ofTheApplication) {
        this.environment = environment;
        this.database = database;
        this.ofTheApplication = ofTheApplication;
    }

    @Test
    void namesTheBroker() {
        assertThat(environment.getProperty("spring.kafka.bootstrap-servers"))
                .isEqualTo(KafkaBacking.BROKER.bootstrapServers());
    }

    @Test
    void joinsTheApplicationToTheDatabaseThatTheTestSees() {
        ofTheApplication
                .insert(new Document("_id", "written by the application"), "things")
                .block(Duration.ofSeconds(10));

        assertThat(database.template()
                        .findById("written by the application", Document.class, "things")
                        .block(Duration.ofSeconds(10)))
                .isNotNull();
    }

    @EnableAutoConfiguration
    static class Application {}
}
