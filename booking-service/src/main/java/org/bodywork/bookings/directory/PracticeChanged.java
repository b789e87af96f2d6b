package org.bodywork.bookings.directory;

import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.opening.domain.LocationId;

/** What this service reads of a practice's listing as it is published. */
record PracticeChanged(String id, long sequence, List<LocationState> locations) {

    static final String TYPE = "org.bodywork.practice.changed.v1";

    Optional<Place> place(LocationId wanted) {
        return locations.stream()
                .filter(location -> location.id().equals(wanted.toString()))
                .map(location -> new Place(wanted, location.name(), location.address()))
                .findFirst();
    }

    record LocationState(String id, String name, Address address) {}
}
