package org.bodywork.platform.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/**
 * Describes a zone for a stretch of time (RFC 5545, 3.6.5): each change of the clocks by itself, so that no rule has to
 * be guessed from them.
 */
final class ZoneText {

    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private ZoneText() {}

    static void write(ZoneId zone, Instant from, Instant until, ContentLines lines) {
        lines.add("BEGIN", "VTIMEZONE").add("TZID", zone.getId());
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.previousTransition(from.plusNanos(1));
        if (change == null) {
            ZoneOffset offset = rules.getOffset(from);
            observance(zone, from, BEGINNING, offset, offset, lines);
            change = rules.nextTransition(from);
        }
        while (change != null && change.getInstant().isBefore(until)) {
            observance(
                    zone,
                    change.getInstant(),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter(),
                    lines);
            change = rules.nextTransition(change.getInstant());
        }
        lines.add("END", "VTIMEZONE");
    }

    private static void observance(
            ZoneId zone, Instant at, LocalDateTime begins, ZoneOffset before, ZoneOffset after, ContentLines lines) {
        String kind = zone.getRules().isDaylightSavings(at) ? "DAYLIGHT" : "STANDARD";
        lines.add("BEGIN", kind)
                .add("DTSTART", CalendarText.LOCAL.format(begins))
                .add("TZOFFSETFROM", offset(before))
                .add("TZOFFSETTO", offset(after))
                .addText("TZNAME", NAME.format(at.atZone(zone)))
                .add("END", kind);
    }

    /** As +HHMM, with seconds only where there are any. */
    private static String offset(ZoneOffset offset) {
        int total = Math.abs(offset.getTotalSeconds());
        String text = "%s%02d%02d".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", total / 3600, total / 60 % 60);
        return total % 60 == 0 ? text : text + "%02d".formatted(total % 60);
    }
}
