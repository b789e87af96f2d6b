package org.bodywork.platform.testing.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds {@link WithServers} on a test; named in {@code META-INF/spring.factories}. */
final class ServersFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        WithServers wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, WithServers.class);
        return wanted == null ? null : Servers.of(wanted);
    }
}
