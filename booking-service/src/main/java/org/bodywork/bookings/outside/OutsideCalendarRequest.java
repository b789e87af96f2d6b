package org.bodywork.bookings.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.bodywork.platform.web.Body;
import org.bodywork.platform.web.InvalidRequest;

/** Where a therapist's calendar elsewhere is to be fetched; its shape already checked. */
@Body("set-outside-calendar")
record OutsideCalendarRequest(String therapistId, String url) {

    private static final String POINTER = "/url";

    /** What calendar programs write for a calendar to subscribe to. */
    private static final Set<String> SUBSCRIBING = Set.of("webcal", "webcals");

    /** @throws InvalidRequest when it is no address of that kind; where it leads is looked at when it is fetched */
    URI address() {
        try {
            URI given = new URI(url.strip()).parseServerAuthority();
            String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !SUBSCRIBING.contains(scheme)) {
                throw new InvalidRequest(POINTER, "Must begin with https://.");
            }
            if (given.getHost() == null || given.getRawUserInfo() != null || given.getRawFragment() != null) {
                throw new InvalidRequest(POINTER, "Must name a server, without a user's name or a fragment.");
            }
            return new URI(
                    "https" + given.toString().substring(given.getScheme().length()));
        } catch (URISyntaxException e) {
            throw new InvalidRequest(POINTER, "Must be an address such as https://calendar.example/me.ics.");
        }
    }
}
