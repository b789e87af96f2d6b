package org.bodywork.bookings.editing;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.bodywork.bookings.editing.Box.Choice;
import org.bodywork.bookings.editing.ListingCalls.AffectedVisit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a form.
 *
 * @param notice which sentence stands above it; empty for none
 * @param faults sentences by JSON pointer
 * @param preview the openings it leads to; null where nobody asked
 * @param affected visits that its sender has to know of first
 */
record Said(
        String notice, Map<String, String> faults, @Nullable PreviewView preview, List<AffectedVisit> affected) {

    static final Said NOTHING = notice("");

    static Said notice(String which) {
        return new Said(which, Map.of(), null, List.of());
    }

    static Said wrong(Map<String, String> faults) {
        return new Said("wrong", faults, null, List.of());
    }

    static Said showing(PreviewView preview) {
        return new Said("", Map.of(), preview, List.of());
    }

    static Said affecting(List<AffectedVisit> visits) {
        return new Said("affected", Map.of(), null, visits);
    }

    /** The visits as the page lists them. */
    List<Choice> affected(Words words) {
        DateTimeFormatter moment = DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mm a", words.locale());
        return affected.stream()
                .map(visit -> new Choice(visit.id(), start(visit, moment)))
                .toList();
    }

    private static String start(AffectedVisit visit, DateTimeFormatter moment) {
        try {
            return moment.format(OffsetDateTime.parse(visit.start()));
        } catch (DateTimeException none) {
            return visit.start();
        }
    }
}
