package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Mono;

/** The newest known state of each visit, and the only place where contact data is kept. */
public interface Visits {

    Mono<Visit> find(AppointmentId id);

    /** Keeps this state unless the same or a newer one is known. */
    Mono<Void> remember(Visit visit);
}
