package org.bodywork.bookings.site;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pages may be shown in frames.
 *
 * @param allowedOrigins {@code ALLOWED_ORIGINS}: the sites that may also read {@code /api}, such as
 *     {@code https://practice.example}
 */
@ConfigurationProperties("bodywork.web")
record FrameSettings(@DefaultValue List<String> allowedOrigins) {

    static final String NOWHERE = "'none'";

    /** As a Content-Security-Policy names them: this site itself, and those named. */
    String ancestors() {
        Stream<String> named = allowedOrigins.stream().map(String::strip).filter(origin -> !origin.isEmpty());
        return Stream.concat(Stream.of("'self'"), named).collect(Collectors.joining(" "));
    }
}
