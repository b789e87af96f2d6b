package org.bodywork.bookings.site;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bodywork.platform.crypto.Digests;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one stylesheet. Its address changes with its text, so browsers keep it for good. */
@RestController
@Hidden
class SiteStyle {

    private static final String PATH = "/assets/site.css";
    private static final Duration YEAR = Duration.ofDays(365);

    private final String text = read();
    private final String path = PATH + "?v=" + Digests.sha256Base64Url(text).substring(0, 8);

    String path() {
        return path;
    }

    @GetMapping(path = PATH, produces = "text/css;charset=UTF-8")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .body(text);
    }

    private static String read() {
        try {
            return new ClassPathResource("pages/site.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
