package org.bodywork.notifications.notification.application;

import java.util.List;
import org.bodywork.notifications.notification.domain.Place;
import org.bodywork.notifications.notification.domain.Reader;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.jspecify.annotations.Nullable;

/**
 * All that a message about a visit may draw on.
 *
 * @param before what the reader was last told, where that matters
 * @param together all visits it tells of, in order; empty where it tells of one
 */
public record Occasion(
        Visit visit, Place place, Reader reader, @Nullable Told before, List<Stop> together) {

    /** One of several visits that a message tells of. */
    public record Stop(Visit visit, Place place) {}

    public Occasion {
        together = List.copyOf(together);
    }

    /** Of one visit. */
    public Occasion(Visit visit, Place place, Reader reader, @Nullable Told before) {
        this(visit, place, reader, before, List.of());
    }
}
