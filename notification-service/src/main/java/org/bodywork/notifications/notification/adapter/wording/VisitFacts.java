package org.bodywork.notifications.notification.adapter.wording;

import java.net.URI;
import java.util.Optional;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;

/**
 * All that a message may say about a visit. There is no treatment, modality or condition in it, so no wording can let
 * one slip.
 *
 * @param when the start at its place, with the name of its zone
 */
record VisitFacts(
        String client,
        String practice,
        Optional<String> therapist,
        Optional<String> address,
        Optional<String> phone,
        String when,
        boolean cancelledByClient,
        URI manage) {

    static VisitFacts of(Visit visit, Place place, VisitTime time) {
        return new VisitFacts(
                visit.client().name(),
                place.practice(),
                Optional.ofNullable(place.therapist()),
                Optional.ofNullable(place.address()),
                Optional.ofNullable(place.phone()),
                time.of(visit.localStart()),
                visit.status() == VisitStatus.CANCELLED_BY_CLIENT,
                visit.manageUrl());
    }

    /** The same for a practice called by a shorter name. */
    VisitFacts callingThePractice(String name) {
        return new VisitFacts(client, name, therapist, address, phone, when, cancelledByClient, manage);
    }
}
