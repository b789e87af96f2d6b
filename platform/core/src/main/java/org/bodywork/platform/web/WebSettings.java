package org.bodywork.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service meets the web.
 *
 * @param trustedProxies addresses or CIDR blocks whose {@code X-Forwarded-For} counts; nobody's by default
 * @param requestsPerSecond how many requests of one address are answered in a second; 0 for any number
 * @param allowedOrigins sites whose pages may read {@code /api} from a browser, such as {@code https://practice.example};
 *     none by default
 */
@ConfigurationProperties("bodywork.web")
record WebSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue List<String> allowedOrigins) {

    WebSettings {
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("requests-per-second is 0 or more");
        }
    }

    List<AddressRange> trustedRanges() {
        return given(trustedProxies).map(AddressRange::parse).toList();
    }

    List<String> origins() {
        return given(allowedOrigins).toList();
    }

    private static Stream<String> given(List<String> values) {
        return values.stream().map(String::strip).filter(value -> !value.isEmpty());
    }
}
