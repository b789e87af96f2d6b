package org.bodywork.platform.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service meets the web.
 *
 * @param trustedProxies addresses or CIDR blocks whose {@code X-Forwarded-For} counts; nobody's by default
 * @param requestsPerSecond how many requests of one address are answered in a second; 0 for any number
 * @param allowedOrigins sites whose pages may read {@code /api} from a browser, such as {@code https://practice.example} or,
 *     at any port, {@code http://localhost:*}; none by default
 */
@ConfigurationProperties("bodywork.web")
record WebSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue List<String> allowedOrigins) {

    private static final String ANY_PORT = ":*";
    private static final Pattern ORIGIN = Pattern.compile("https?://(\\*\\.)?[A-Za-z0-9.-]+(:(\\*|[0-9]{1,5}))?");

    WebSettings {
        given(allowedOrigins)
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .ifPresent(origin -> {
                    throw new IllegalArgumentException("ALLOWED_ORIGINS names no site: " + origin);
                });
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("requests-per-second is 0 or more");
        }
    }

    List<AddressRange> trustedRanges() {
        return given(trustedProxies).map(AddressRange::parse).toList();
    }

    /** As Spring writes patterns: any port is {@code :[*]} there, and {@code :*} where browsers read it. */
    List<String> originPatterns() {
        return given(allowedOrigins)
                .map(origin -> origin.endsWith(ANY_PORT)
                        ? origin.substring(0, origin.length() - ANY_PORT.length()) + ":[*]"
                        : origin)
                .toList();
    }

    private static Stream<String> given(List<String> values) {
        return values.stream().map(String::strip).filter(value -> !value.isEmpty());
    }
}
