package org.bodywork.platform.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class PlatformDefaultsTest {

    @Test
    void setsWhatEveryServiceStartsWith() {
        assertThat(setting("spring.lifecycle.timeout-per-shutdown-phase")).isEqualTo("20s");
        assertThat(setting("management.endpoints.web.exposure.include")).isEqualTo("health,prometheus");
        assertThat(setting("bodywork.security.issuer")).isEqualTo("http://localhost:8081");
    }

    @Test
    void yieldsToEverythingElse() {
        assertThat(setting("spring.threads.virtual.enabled", "--spring.threads.virtual.enabled=false"))
                .isEqualTo("false");
        assertThat(setting("spring.mongodb.uri", "--MONGODB_URI=mongodb://elsewhere:1"))
                .isEqualTo("mongodb://elsewhere:1");
    }

    private static String setting(String name, String... arguments) {
        SpringApplication application = new SpringApplication(Empty.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = application.run(arguments)) {
            return context.getEnvironment().getRequiredProperty(name);
        }
    }

    @Configuration
    static class Empty {}
}
