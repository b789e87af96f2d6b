package org.bodywork.platform.testing.mongo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs every test of the class once against each backing, each time with a fresh {@link TestDatabase}, which the
 * constructor (or a test) takes as a parameter:
 *
 * <pre>{@code
 * @MongoContract
 * class MongoThingsIT {
 *     private final MongoThings things;
 *
 *     MongoThingsIT(TestDatabase database) {
 *         things = new MongoThings(database.template());
 *     }
 * }
 * }</pre>
 *
 * <p>Where the machine lacks a backing, its runs are left out as {@link
 * org.bodywork.platform.testing.needs.Needs} says.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ClassTemplate
@ExtendWith(MongoContractRuns.class)
public @interface MongoContract {

    /** Against what; a container adds nothing to a mongod but time, so one test of a module names it. */
    MongoBacking[] value() default {MongoBacking.EMBEDDED, MongoBacking.MONGOD};
}
