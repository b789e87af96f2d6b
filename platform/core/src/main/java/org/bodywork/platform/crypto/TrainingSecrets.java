package org.bodywork.platform.crypto;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets a training run for the JVM's AOT cache start without secrets: such a run ends before it connects to anything
 * ({@code spring.context.exit=onRefresh}), so it gets random ones of its own that nobody ever sees. Any other start
 * without secrets is refused.
 */
final class TrainingSecrets implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!"onRefresh".equals(environment.getProperty("spring.context.exit"))) {
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        // Under the variable's own name as well, by which a service's application.yaml may refer to it.
        KeyMaker.allSecrets().forEach((variable, secret) -> {
            properties.put(variable, secret);
            properties.put(variable.toLowerCase(Locale.ROOT).replace('_', '.'), secret);
        });
        environment.getPropertySources().addLast(new MapPropertySource("training-secrets", properties));
    }
}
