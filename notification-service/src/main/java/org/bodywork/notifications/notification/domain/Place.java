package org.bodywork.notifications.notification.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit takes place and with whom, as messages call it.
 *
 * @param address on one line
 * @param point where it is, when known
 */
public record Place(
        String practice,
        @Nullable String phone,
        @Nullable String replyTo,
        @Nullable String address,
        @Nullable String therapist,
        @Nullable Point point) {

    /** WGS 84, in degrees. */
    public record Point(double lat, double lon) {}

    /** One that is on no map. */
    public Place(
            String practice,
            @Nullable String phone,
            @Nullable String replyTo,
            @Nullable String address,
            @Nullable String therapist) {
        this(practice, phone, replyTo, address, therapist, null);
    }

    /** Where a map shows it; phones open it in a program of their own. */
    public Optional<URI> map() {
        return Optional.ofNullable(point)
                .map(at -> URI.create("https://www.google.com/maps/search/?api=1&query="
                        + String.format(Locale.ROOT, "%.6f,%.6f", at.lat(), at.lon())));
    }
}
