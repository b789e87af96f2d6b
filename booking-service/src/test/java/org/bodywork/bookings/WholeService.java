package org.bodywork.bookings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bodywork.bookings.outside.StandInCalendars;
import org.bodywork.platform.testing.spring.WithServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole service over HTTP, with a real broker and the best MongoDB there is. All share one service. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithServers
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "bodywork.internal.token=token-of-tests",
            // So that a test need not wait once another service is back.
            "bodywork.therapist.pause=1ms",
            "bodywork.notification.pause=1ms",
            "bodywork.therapist.profiles-kept=0s",
            "bodywork.security.issuer=http://localhost:8081",
            "bodywork.web.allowed-origins=http://practice.localhost:*"
        })
@ContextConfiguration(
        initializers = {FreshKeys.class, StandInTherapists.Address.class, StandInNotifications.Address.class})
@Import({TestTokens.class, Town.class, WrittenCommands.class, StandInCalendars.class})
public @interface WholeService {}
