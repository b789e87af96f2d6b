package org.bodywork.bookings.appointment.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.appointment.application.Place;
import org.bodywork.bookings.appointment.application.Place.Address;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Part;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * A visit as its client sees it.
 *
 * @param companion who is treated at the same time by another therapist; absent in a visit of one person
 * @param manageUrl while it opens the visit
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VisitView(
        String id,
        Status status,
        String start,
        String end,
        String zone,
        LocationView location,
        TherapistView therapist,
        TreatmentView treatment,
        @Nullable CompanionView companion,
        @Nullable String manageUrl,
        long version) {

    static VisitView of(AppointmentState state, Place place, @Nullable String manageUrl) {
        Visit visit = state.visit();
        return new VisitView(
                state.id().toString(),
                state.status(),
                OffsetTimes.text(visit.zonedStart()),
                OffsetTimes.text(visit.zonedEnd()),
                visit.zone().getId(),
                LocationView.of(place),
                TherapistView.of(visit.part()),
                TreatmentView.of(visit.part()),
                CompanionView.of(state),
                manageUrl,
                state.version());
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LocationView(
            String id, @Nullable String name, @Nullable Address address) {

        static LocationView of(Place place) {
            return new LocationView(place.id().toString(), place.name(), place.address());
        }
    }

    /**
     * Who is treated at the same time, by whom.
     *
     * @param end of their treatment, which may differ
     */
    record CompanionView(String name, TherapistView therapist, TreatmentView treatment, String end) {

        /** Absent in a visit of one person. */
        static @Nullable CompanionView of(AppointmentState state) {
            Companion companion = state.companion();
            if (companion == null) {
                return null;
            }
            Visit visit = state.visit();
            Part part = visit.parts().getLast();
            return new CompanionView(
                    companion.name(),
                    TherapistView.of(part),
                    TreatmentView.of(part),
                    OffsetTimes.text(visit.spanOf(part).until().atZone(visit.zone())));
        }
    }

    record TherapistView(String id, String name) {

        static TherapistView of(Part part) {
            return new TherapistView(part.therapist().toString(), part.therapistName());
        }
    }

    record TreatmentView(String id, String name, long minutes, Money price) {

        static TreatmentView of(Part part) {
            return new TreatmentView(
                    part.treatment().id().toString(),
                    part.treatment().name(),
                    part.treatment().length().toMinutes(),
                    part.treatment().price());
        }
    }
}
