package org.bodywork.platform.testing.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bodywork.platform.testing.kafka.KafkaBacking;
import org.bodywork.platform.testing.mongo.MongoBacking;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Beside {@code @SpringBootTest}: gives the application a database of its own and a broker, as {@code
 * spring.mongodb.uri} and {@code spring.kafka.bootstrap-servers}. The test may autowire its {@link
 * org.bodywork.platform.testing.mongo.TestDatabase}.
 *
 * <p>The broker is shared by all tests of the JVM, so topics hold what earlier tests published: use fresh ids, and read
 * with a probe, which starts at the end.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(ServersCondition.class)
public @interface WithServers {

    /** At most one; none means the best this machine has. */
    MongoBacking[] mongo() default {};

    KafkaBacking kafka() default KafkaBacking.BROKER;
}
