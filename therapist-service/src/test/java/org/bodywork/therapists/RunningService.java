package org.bodywork.therapists;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on a port of its own. Ids are fresh in each test, so tests may share it. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = TherapistApplication.class,
        properties = {"bodywork.web.allowed-origins=https://practice.example", "bodywork.import.most-bytes=50MB"},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestSecrets.class)
@Import({ServiceClient.class, OwnGroups.class})
public @interface RunningService {}
