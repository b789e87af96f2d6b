package org.bodywork.bookings.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bodywork.bookings.opening.domain.DayLimits;

/** What a therapist has to do on one day. */
record DayLoad(List<Place> others) {

    boolean hasRoomFor(Place place, DayLimits limits) {
        DayLimits.InARow inARow = limits.inARow();
        return (limits.visits() == null || others.size() + 1 <= limits.visits())
                && (limits.handsOn() == null || lengthOf(with(place)).compareTo(limits.handsOn()) <= 0)
                && (inARow == null
                        || lengthOf(stretchAround(place, inARow.rest())).compareTo(inARow.most()) <= 0);
    }

    private List<Place> with(Place place) {
        List<Place> all = new ArrayList<>(others);
        all.add(place);
        return all;
    }

    /** The visits around a place that no rest lies between. */
    private List<Place> stretchAround(Place place, Duration rest) {
        List<Place> stretch = new ArrayList<>(List.of(place));
        List<Place> apart = new ArrayList<>(others);
        boolean grown = true;
        while (grown) {
            List<Place> near = apart.stream()
                    .filter(other -> stretch.stream()
                            .anyMatch(each -> other.start().isBefore(each.end().plus(rest))
                                    && each.start().isBefore(other.end().plus(rest))))
                    .toList();
            apart.removeAll(near);
            grown = stretch.addAll(near);
        }
        return stretch;
    }

    private static Duration lengthOf(List<Place> places) {
        return places.stream().map(Place::length).reduce(Duration.ZERO, Duration::plus);
    }
}
