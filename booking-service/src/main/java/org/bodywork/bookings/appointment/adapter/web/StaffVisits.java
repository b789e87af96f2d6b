package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.platform.web.SeenVersion;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Appointments as staff are shown them. */
@Component
class StaffVisits {

    private final PrivateTexts texts;
    private final Places places;

    StaffVisits(PrivateTexts texts, Places places) {
        this.texts = texts;
        this.places = places;
    }

    Mono<StaffVisitView> view(Appointment whole, Colleague colleague) {
        Appointment appointment = colleague.seen(whole);
        Visit visit = appointment.state().visit();
        return places.at(visit.practice(), visit.location())
                .zipWith(texts.open(appointment), (place, opened) -> StaffVisitView.of(appointment, opened, place));
    }

    /** With the version as its tag, which an edit has to name. */
    Mono<ResponseEntity<StaffVisitView>> tagged(Appointment appointment, Colleague colleague) {
        return view(appointment, colleague)
                .map(ResponseEntity.ok()
                        .eTag(SeenVersion.tag(appointment.state().version()))::body);
    }
}
