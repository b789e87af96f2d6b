package org.bodywork.platform.crypto;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(EventSecrets.class)
class CryptoConfiguration {

    @Bean
    EventCipher eventCipher(EventSecrets secrets) {
        return EventCipher.of(secrets.keyset());
    }
}
