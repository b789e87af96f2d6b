package org.bodywork.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service meets the web.
 *
 * @param trustedProxies addresses or CIDR blocks whose {@code X-Forwarded-For} counts; nobody's by default
 */
@ConfigurationProperties("bodywork.web")
record WebSettings(@DefaultValue List<String> trustedProxies) {

    List<AddressRange> trustedRanges() {
        return trustedProxies.stream()
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(AddressRange::parse)
                .toList();
    }
}
