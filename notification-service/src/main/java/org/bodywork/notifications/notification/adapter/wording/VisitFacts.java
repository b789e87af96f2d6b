package org.bodywork.notifications.notification.adapter.wording;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.letter.VisitTime;
import org.bodywork.notifications.notification.application.Occasion;
import org.bodywork.notifications.notification.application.Occasion.Stop;
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
 * @param until until when the reader can decide; none where there is nothing to decide on
 * @param several all visits it tells of, where they are several
 * @param care where the reader finds what may help between visits, where that is not the link itself
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
        Optional<String> when,
        Optional<Until> until,
        Optional<Several> several,
        Changes changes,
        boolean cancelledByClient,
        URI link,
        Optional<URI> care) {

    /**
     * The end of the time to decide.
     *
     * @param time the wall clock, of one that is soon
     */
    record Until(String day, String time) {}

    /** Visits that were booked together, each with its time and, where they differ, with whom. */
    record Several(String count, List<String> visits) {

        static Optional<Several> of(List<Stop> stops, VisitTime time) {
            if (stops.size() < 2) {
                return Optional.empty();
            }
            boolean differ = stops.stream()
                            .map(stop -> stop.visit().therapist())
                            .distinct()
                            .count()
                    > 1;
            return Optional.of(new Several(
                    String.valueOf(stops.size()),
                    stops.stream().map(stop -> line(stop, differ, time)).toList()));
        }

        private static String line(Stop stop, boolean named, VisitTime time) {
            String start = time.of(stop.visit().localStart());
            String therapist = stop.place().therapist();
            return named && therapist != null ? start + ", " + therapist : start;
        }
    }

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
                kind.isOfAPlan() ? Optional.empty() : Optional.of(time.of(visit.localStart())),
                Optional.ofNullable(visit.needs().decideBy())
                        .map(until -> until.atZone(visit.zone()))
                        .map(until -> new Until(time.of(until), time.onTheWall(until))),
                Several.of(occasion.together(), time),
                Changes.since(occasion.before(), visit, time),
                visit.status() == VisitStatus.CANCELLED_BY_CLIENT,
                occasion.reader().link(),
                kind == MessageKind.FOLLOW_UP ? careBeside(occasion.reader().link(), visit) : Optional.empty());
    }

    private static Optional<URI> careBeside(URI link, Visit visit) {
        return Optional.of(visit.links().after()).filter(care -> !care.equals(link));
    }

    /** The same for a practice called by a shorter name. */
    VisitFacts callingThePractice(String name) {
        return new VisitFacts(
                reader,
                staff,
                client,
                name,
                therapist,
                address,
                phone,
                when,
                until,
                several,
                changes,
                cancelledByClient,
                link,
                care);
    }
}
