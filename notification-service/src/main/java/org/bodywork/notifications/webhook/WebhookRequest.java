package org.bodywork.notifications.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;

/** Where a practice wants to be called; its shape already checked. */
@Body("set-webhook")
record WebhookRequest(String url) {

    private static final String POINTER = "/url";

    /** @throws InvalidRequest when it is no address of that kind; where it leads is looked at with each call */
    URI address() {
        try {
            URI given = new URI(url.strip()).parseServerAuthority();
            if (!"https".equalsIgnoreCase(given.getScheme())) {
                throw new InvalidRequest(POINTER, "Must begin with https://.");
            }
            if (given.getHost() == null || given.getRawUserInfo() != null || given.getRawFragment() != null) {
                throw new InvalidRequest(POINTER, "Must name a server, without a user's name or a fragment.");
            }
            return given;
        } catch (URISyntaxException e) {
            throw new InvalidRequest(POINTER, "Must be an address such as https://practice.example/bookings.");
        }
    }
}
