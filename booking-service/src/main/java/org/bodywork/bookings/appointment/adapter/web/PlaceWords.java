package org.bodywork.bookings.appointment.adapter.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Place;

/** Where a visit takes place, in one line. */
final class PlaceWords {

    private PlaceWords() {}

    /** Empty where nothing is known of it. */
    static String of(Place place) {
        Place.Address address = place.address();
        String street = address == null
                ? ""
                : "%s, %s, %s %s".formatted(address.street(), address.city(), address.state(), address.zip());
        return Stream.of(Optional.ofNullable(place.name()).orElse(""), street)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
