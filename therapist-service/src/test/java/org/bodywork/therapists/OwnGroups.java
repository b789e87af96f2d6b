package org.bodywork.therapists;

import java.util.UUID;
import org.bodywork.platform.events.Subscription;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets every service under test hear every event. They share a broker but not a database: in one consumer group each
 * would hear a part of them only.
 */
final class OwnGroups implements BeanPostProcessor {

    private final String instance = UUID.randomUUID().toString();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Subscription shared
                ? new Subscription(
                        shared.topic(), shared.service() + "-" + instance, shared.threads(), shared.handler())
                : bean;
    }
}
