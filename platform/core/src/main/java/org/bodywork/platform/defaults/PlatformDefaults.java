package org.bodywork.platform.defaults;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts {@code platform-defaults.properties} under every other source, so that whatever else is set wins. */
final class PlatformDefaults implements EnvironmentPostProcessor {

    private static final String FILE = "platform-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(FILE, new ClassPathResource(FILE, PlatformDefaults.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
