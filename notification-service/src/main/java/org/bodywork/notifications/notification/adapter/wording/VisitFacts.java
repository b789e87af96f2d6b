package org.bodywork.notifications.notification.adapter.wording;

import java.net.URI;
import java.util.Optional;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.jspecify.annotations.Nullable;

/**
 * All that a message may say about a visit: the names its templates know. There is no treatment, modality or condition
 * in it, so no wording can let one slip.
 *
 * @param reader whom to greet; none where no name is known
 * @param staff whether the practice reads it, and not the client
 * @param when the start at its place, with the name of its zone
 * @param changes what differs from what the reader was last told
 */
record VisitFacts(
        Optional<String> reader,
        boolean staff,
        String client,
        String practice,
        Optional<String> therapist,
        Optional<String> address,
        Optional<String> phone,
        String when,
        Changes changes,
        boolean cancelledByClient,
        URI link) {

    /**
     * What is different by now.
     *
     * @param earlierTime when the visit was to start, if it starts at another time now
     */
    record Changes(Optional<String> earlierTime, boolean therapist, boolean place) {

        static Changes since(@Nullable Told before, Visit visit, VisitTime time) {
            if (before == null) {
                return new Changes(Optional.empty(), false, false);
            }
            boolean moved = !before.start().equals(visit.start());
            return new Changes(
                    moved ? Optional.of(time.of(before.start().atZone(visit.zone()))) : Optional.empty(),
                    !before.therapist().equals(visit.therapist()),
                    !before.location().equals(visit.location()));
        }
    }

    static VisitFacts of(MessageKind kind, Occasion occasion, VisitTime time) {
        Visit visit = occasion.visit();
        Place place = occasion.place();
        return new VisitFacts(
                Optional.ofNullable(occasion.reader().name()),
                kind.audience() == Audience.STAFF,
                visit.client().name(),
                place.practice(),
                Optional.ofNullable(place.therapist()),
                Optional.ofNullable(place.address()),
                Optional.ofNullable(place.phone()),
                time.of(visit.localStart()),
                Changes.since(occasion.before(), visit, time),
                visit.status() == VisitStatus.CANCELLED_BY_CLIENT,
                occasion.reader().link());
    }

    /** The same for a practice called by a shorter name. */
    VisitFacts callingThePractice(String name) {
        return new VisitFacts(
                reader, staff, client, name, therapist, address, phone, when, changes, cancelledByClient, link);
    }
}
