package org.bodywork.bookings.appointment;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public reaches this service.
 *
 * @param url {@code BODYWORK_PUBLIC_URL}: what links in messages begin with
 */
@ConfigurationProperties("bodywork.public")
public record PublicSite(
        @DefaultValue("http://localhost:8080") URI url) {

    /** A page in full, by its path. */
    public String page(String path) {
        return url.toString().replaceAll("/+$", "") + path;
    }
}
