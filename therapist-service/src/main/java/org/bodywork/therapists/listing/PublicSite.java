package org.bodywork.therapists.listing;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the public finds the booking site.
 *
 * @param url {@code BODYWORK_PUBLIC_URL}
 */
@ConfigurationProperties("bodywork.public")
public record PublicSite(
        @DefaultValue("http://localhost:8080") URI url) {

    /** The page of a therapist. */
    public String therapist(String slug) {
        return page("/therapists/" + slug);
    }

    /** The page of a practice. */
    public String practice(String slug) {
        return page("/practices/" + slug);
    }

    /** Any page, by its path. */
    public String page(String path) {
        return url.toString().replaceAll("/+$", "") + path;
    }
}
