package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.bodywork.therapists.listing.PublicSite;
import org.bodywork.therapists.listing.adapter.web.LinkedTherapist.Coordinates;
import org.bodywork.therapists.listing.adapter.web.LinkedTherapist.PostalAddress;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Practice;
import org.jspecify.annotations.Nullable;

/** A practice as JSON-LD, by the vocabulary of schema.org: a business and where it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LinkedPractice(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") String type,
        @JsonProperty("@id") String id,
        String url,
        String name,
        @Nullable String telephone,
        List<Place> location) {

    static LinkedPractice of(Practice practice, PublicSite site) {
        String page = site.practice(practice.slug().value());
        PhoneNumber phone = practice.phone();
        return new LinkedPractice(
                LinkedTherapist.VOCABULARY,
                "HealthAndBeautyBusiness",
                page,
                page,
                practice.name(),
                phone == null ? null : phone.value(),
                practice.locations().stream().map(Place::of).toList());
    }

    /** One of its locations. */
    record Place(@JsonProperty("@type") String type, String name, PostalAddress address, Coordinates geo) {

        static Place of(Location location) {
            return new Place(
                    "Place", location.name(), PostalAddress.of(location.address()), Coordinates.of(location.point()));
        }
    }
}
