package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.therapists.listing.domain.DoctorsPaper;
import org.bodywork.therapists.listing.domain.PhoneNumber;
import org.bodywork.therapists.listing.domain.Practice;
import org.jspecify.annotations.Nullable;

/** A practice in full. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PracticeView(
        String id,
        String slug,
        String name,
        String kind,
        boolean claimed,
        @Nullable String phone,
        List<String> doctorsPapers,
        boolean demo,
        List<LocationView> locations) {

    static PracticeView of(Practice practice) {
        PhoneNumber phone = practice.phone();
        return new PracticeView(
                practice.id().toString(),
                practice.slug().value(),
                practice.name(),
                practice.kind().slug(),
                practice.claimed(),
                phone == null ? null : phone.value(),
                practice.doctorsPapers().stream().map(DoctorsPaper::slug).toList(),
                practice.demo(),
                practice.locations().stream().map(LocationView::of).toList());
    }
}
