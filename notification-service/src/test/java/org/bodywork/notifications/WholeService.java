package org.bodywork.notifications;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bodywork.platform.testing.spring.WithServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole service between a real broker, the best MongoDB there is, and the mail and SMS servers of
 * dev-services. All share one service.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithServers
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {"bodywork.twilio.limit=1s", "bodywork.twilio.from=+13145550100"})
@ContextConfiguration(initializers = ProvidersAndKeys.class)
@Import({TestTokens.class, Town.class})
public @interface WholeService {}
