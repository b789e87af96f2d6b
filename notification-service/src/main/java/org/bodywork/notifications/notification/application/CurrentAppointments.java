package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.AppointmentNow;
import reactor.core.publisher.Mono;

/** The owner of the visits, asked directly. */
public interface CurrentAppointments {

    /** How the visit stands at this moment; nothing, and soon, when the owner does not answer. */
    Mono<AppointmentNow> ask(AppointmentId id);
}
