package org.bodywork.bookings.find;

import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MapSettings.class)
class FindConfiguration {

    /** Bundles and what Java knows of languages are read from files: here, before anybody waits for a page. */
    @Bean
    ApplicationListener<ContextRefreshedEvent> wordsReadAtStart(MessageSource messages) {
        return _ -> {
            for (SiteLanguage language : SiteLanguage.values()) {
                new Words(messages, language).read();
            }
        };
    }
}
