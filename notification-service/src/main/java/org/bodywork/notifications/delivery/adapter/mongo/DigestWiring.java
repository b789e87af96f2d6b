package org.bodywork.notifications.delivery.adapter.mongo;

import java.util.Locale;
import org.bodywork.notifications.delivery.domain.AddressDigest;
import org.bodywork.platform.crypto.Mac;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DigestWiring {

    @Bean
    AddressDigest addressDigest(SuppressionSettings settings) {
        Mac mac = settings.mac();
        return address -> mac.keyId() + ":" + mac.hex(address.strip().toLowerCase(Locale.ROOT));
    }
}
