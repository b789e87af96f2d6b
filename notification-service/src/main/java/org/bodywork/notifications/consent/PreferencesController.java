package org.bodywork.notifications.consent;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.UUID;
import org.bodywork.notifications.delivery.application.RecipientLinks;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.application.UnknownAppointment;
import org.bodywork.notifications.notification.application.Visits;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Visit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * For booking-service, which leads the client of a visit to where they choose how to be reached; reachable by other services
 * only.
 */
@RestController
@Hidden
class PreferencesController {

    private final Visits visits;
    private final RecipientLinks links;

    PreferencesController(Visits visits, RecipientLinks links) {
        this.visits = visits;
        this.links = links;
    }

    @GetMapping("/internal/appointments/{appointment}/preferences")
    Mono<PreferencesView> of(@PathVariable UUID appointment) {
        AppointmentId id = new AppointmentId(appointment.toString());
        return visits.find(id)
                .flatMap(visit -> Mono.justOrEmpty(visit.client().addressOn(Channel.EMAIL))
                        .map(email -> address(email, visit, appointment)))
                .map(PreferencesView::new)
                .switchIfEmpty(Mono.error(() -> new UnknownAppointment(id)));
    }

    private URI address(String email, Visit visit, UUID appointment) {
        return links.preferences(email, visit.client().addressOn(Channel.SMS), appointment);
    }

    /**
     * Where they choose.
     *
     * @param url as the world reaches it; whoever has it has the say
     */
    record PreferencesView(URI url) {

        @Override
        public String toString() {
            return "PreferencesView[hidden]";
        }
    }
}
