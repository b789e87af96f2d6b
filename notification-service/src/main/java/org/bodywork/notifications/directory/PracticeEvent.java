package org.bodywork.notifications.directory;

import java.util.List;
import org.bodywork.notifications.notification.domain.Place;
import org.jspecify.annotations.Nullable;

/** A practice's listing as it travels on the topic {@code practices}, reduced to what messages say. */
record PracticeEvent(
        String id,
        long sequence,
        String name,
        @Nullable String phone,
        @Nullable String replyTo,
        List<Location> locations,
        @Nullable List<PracticeRules.Rule> messageRules) {

    static final String TOPIC = "practices";

    /** Without any the defaults hold. */
    PracticeRules rules() {
        return new PracticeRules(messageRules == null ? List.of() : messageRules);
    }

    record Location(String id, Address address, Point point) {

        LocationDocument asDocument() {
            return new LocationDocument(id, address.onOneLine(), new Place.Point(point.lat(), point.lon()));
        }
    }

    record Point(double lat, double lon) {}

    record Address(String street, String city, String state, String zip) {

        String onOneLine() {
            return "%s, %s, %s %s".formatted(street, city, state, zip);
        }
    }
}
