package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.Visit;
import reactor.core.publisher.Flux;

/** Whose visit an address speaks of. */
public interface UpcomingVisits {

    /** Visits that are still to come, or asked for, of whoever is reached there; the next one first, and few. */
    Flux<Visit> of(Channel channel, String address);
}
