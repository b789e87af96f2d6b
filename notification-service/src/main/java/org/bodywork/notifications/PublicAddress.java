package org.bodywork.notifications;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the world reaches this service, whatever proxies stand in between.
 *
 * @param url {@code BODYWORK_NOTIFICATION_URL}, without a slash at its end
 */
@ConfigurationProperties("bodywork.notification")
public record PublicAddress(URI url) {

    public PublicAddress {
        if (url == null || url.getHost() == null) {
            throw new IllegalArgumentException("BODYWORK_NOTIFICATION_URL is not set to an http address");
        }
    }

    /** The public form of a path and query as they arrived here. */
    public String of(String rawPathAndQuery) {
        return url + rawPathAndQuery;
    }
}
