package org.bodywork.platform.yardstick;

import org.bodywork.platform.security.AccessRules;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** Only where somebody measures: {@code bodywork.yardstick=true}. */
@AutoConfiguration
@ConditionalOnBooleanProperty("bodywork.yardstick")
class YardstickConfiguration {

    @Bean
    YardstickController yardstickController() {
        return new YardstickController();
    }

    @Bean
    AccessRules yardstickForEverybody() {
        return paths ->
                paths.pathMatchers(HttpMethod.GET, YardstickController.PATH).permitAll();
    }
}
