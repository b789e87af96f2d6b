package org.bodywork.bookings.appointment.application;

import org.bodywork.bookings.opening.domain.LocationId;
import org.jspecify.annotations.Nullable;

/** Where a visit takes place; name and address are missing until the practice's listing has been heard of. */
public record Place(
        LocationId id, @Nullable String name, @Nullable Address address) {

    public static Place unknown(LocationId id) {
        return new Place(id, null, null);
    }

    /** A postal address in the United States. */
    public record Address(String street, String city, String state, String zip) {}
}
