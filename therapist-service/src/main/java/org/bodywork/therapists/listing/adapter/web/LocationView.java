package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.therapists.listing.domain.Access;
import org.bodywork.therapists.listing.domain.Address;
import org.bodywork.therapists.listing.domain.Ease;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.Point;
import org.jspecify.annotations.Nullable;

/** Where to go. */
record LocationView(
        String id, String name, AddressView address, Point point, String area, String zone, AccessView access) {

    static LocationView of(Location location) {
        return new LocationView(
                location.id().toString(),
                location.name(),
                AddressView.of(location.address()),
                location.point(),
                location.area().slug(),
                location.zone().getId(),
                AccessView.of(location.access()));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AddressView(@Nullable String street, String city, String state, String zip) {

        static AddressView of(Address address) {
            return new AddressView(address.street(), address.city(), address.state(), address.zip());
        }
    }

    /** How to get in and onto the table; what is not said is not known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessView(List<String> eases, @Nullable Integer lowestTableInches) {

        static AccessView of(Access access) {
            return new AccessView(access.eases().stream().map(Ease::slug).toList(), access.lowestTableInches());
        }
    }
}
