package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.platform.web.Body;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.EmailAddress;
import org.bodywork.therapists.listing.domain.Location;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Practice;
import org.jspecify.annotations.Nullable;

/**
 * All that staff write of a practice: what is read can be changed and sent back.
 *
 * @param slug said once
 * @param replyTo where answers to our emails go; never shown to the public
 */
@Body("practice-form")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PracticeForm(
        String slug,
        String status,
        String name,
        String kind,
        @Nullable String phone,
        @Nullable String replyTo,
        List<String> doctorsPapers,
        List<LocationForm> locations) {

    static PracticeForm of(Practice practice) {
        PhoneNumber phone = practice.phone();
        EmailAddress replyTo = practice.replyTo();
        return new PracticeForm(
                practice.slug().value(),
                practice.status().slug(),
                practice.name(),
                practice.kind().slug(),
                phone == null ? null : phone.value(),
                replyTo == null ? null : replyTo.value(),
                practice.doctorsPapers().stream().map(DoctorsPaper::slug).toList(),
                practice.locations().stream().map(LocationForm::of).toList());
    }

    /**
     * A place of the practice.
     *
     * @param id none for a new one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LocationForm(
            @Nullable String id,
            String name,
            LocationView.AddressView address,
            PointForm point,
            String area,
            String zone,
            List<String> rooms,
            LocationView.AccessView access) {

        static LocationForm of(Location location) {
            return new LocationForm(
                    location.id().toString(),
                    location.name(),
                    LocationView.AddressView.of(location.address()),
                    new PointForm(location.point().lat(), location.point().lon()),
                    location.area().slug(),
                    location.zone().getId(),
                    location.rooms(),
                    LocationView.AccessView.of(location.access()));
        }
    }

    record PointForm(double lat, double lon) {}
}
