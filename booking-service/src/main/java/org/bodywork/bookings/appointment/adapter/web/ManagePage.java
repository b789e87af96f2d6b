package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page behind a secret link. It is the same for every link, so it tells nobody whether one is good; what it shows
 * comes from the API. Its files are read once, at start: requests must not wait for a disk.
 */
@RestController
@Hidden
class ManagePage {

    /** Own files only, in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'";

    private final String page = read("manage.html");
    private final String script = read("manage.js");
    private final String style = read("manage.css");

    @GetMapping(path = "/manage/{secret}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                // The secret is in the address: it must not travel with a click.
                .header("Referrer-Policy", "no-referrer")
                .body(page);
    }

    @GetMapping(path = "/assets/manage.js", produces = "text/javascript;charset=UTF-8")
    String script() {
        return script;
    }

    @GetMapping(path = "/assets/manage.css", produces = "text/css;charset=UTF-8")
    String style() {
        return style;
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("pages/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
