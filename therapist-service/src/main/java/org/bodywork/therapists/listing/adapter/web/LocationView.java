package org.bodywork.therapists.listing.adapter.web;

import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.Point;

/** Where to go. */
record LocationView(String id, String name, Address address, Point point, String area, String zone) {

    static LocationView of(Location location) {
        return new LocationView(
                location.id().toString(),
                location.name(),
                location.address(),
                location.point(),
                location.area().slug(),
                location.zone().getId());
    }
}
