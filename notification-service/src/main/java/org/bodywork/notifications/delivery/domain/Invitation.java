package org.bodywork.notifications.delivery.domain;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What an email says to its reader's calendar program.
 *
 * @param cancelled whether the event is to be taken out again
 * @param uid the same for all that is ever said about the event
 * @param sequence rises with every change of the event
 * @param at when this was said; the same for every attempt
 * @param zone on whose wall clock the times are written
 */
public record Invitation(
        boolean cancelled,
        String uid,
        long sequence,
        Instant at,
        ZoneId zone,
        Instant start,
        Instant end,
        String title,
        @Nullable String place) {}
