package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Mono;

/** What practices, their addresses and therapists are called. */
public interface Places {

    /** Where this visit takes place; nothing while its practice is not known yet. */
    Mono<Place> of(Visit visit);
}
