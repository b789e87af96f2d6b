package org.bodywork.bookings.waitlist.application;

import java.util.Collection;
import java.util.Map;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.waitlist.domain.Care;
import reactor.core.publisher.Mono;

/** How the courses of care of those stand who could be offered a time. */
@FunctionalInterface
public interface CareNeeds {

    /** By the key of the person; whoever is left out has no plan. */
    Mono<Map<String, Care>> of(Collection<ClientMarks> people);
}
