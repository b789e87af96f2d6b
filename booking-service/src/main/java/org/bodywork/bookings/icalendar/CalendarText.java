package org.bodywork.bookings.icalendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes a calendar for whoever fetches it. The same events always give the same text. */
public final class CalendarText {

    static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarText() {}

    /**
     * A calendar of these events.
     *
     * @param home a zone to describe even when no event is in it
     */
    public static String of(String name, ZoneId home, Collection<CalendarEvent> events, Instant from, Instant until) {
        ContentLines lines = new ContentLines();
        lines.add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Bodywork//Visits//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", "PUBLISH")
                .addText("X-WR-CALNAME", name)
                .add("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
                .add("X-PUBLISHED-TTL", "PT15M");
        zones(home, events).forEach(zone -> ZoneText.write(zone, from, until, lines));
        inOrder(events).forEach(event -> write(event, lines));
        return lines.add("END", "VCALENDAR").toString();
    }

    private static Set<ZoneId> zones(ZoneId home, Collection<CalendarEvent> events) {
        Set<ZoneId> zones = new LinkedHashSet<>(List.of(home));
        inOrder(events).forEach(event -> zones.add(event.zone()));
        return zones;
    }

    private static List<CalendarEvent> inOrder(Collection<CalendarEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(CalendarEvent::start).thenComparing(CalendarEvent::uid))
                .toList();
    }

    private static void write(CalendarEvent event, ContentLines lines) {
        boolean cancelled = event.standing() == CalendarEvent.Standing.CANCELLED;
        lines.add("BEGIN", "VEVENT")
                .add("UID", event.uid())
                .add("DTSTAMP", UTC.format(event.changedAt()))
                .add("LAST-MODIFIED", UTC.format(event.changedAt()))
                .add("SEQUENCE", Long.toString(event.sequence()));
        time("DTSTART", event.start(), event.zone(), lines);
        time("DTEND", event.end(), event.zone(), lines);
        lines.addText("SUMMARY", event.title())
                .add("STATUS", event.standing().name())
                .add("TRANSP", cancelled ? "TRANSPARENT" : "OPAQUE")
                .add("CLASS", "PRIVATE");
        if (event.place() != null) {
            lines.addText("LOCATION", event.place());
        }
        lines.add("END", "VEVENT");
    }

    /** On the wall clock of the zone; the second pass of a repeated hour has no name there, so it is told in UTC. */
    private static void time(String name, Instant moment, ZoneId zone, ContentLines lines) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        if (local.atZone(zone).toInstant().equals(moment)) {
            lines.add(name + ";TZID=" + zone.getId(), LOCAL.format(local));
        } else {
            lines.add(name, UTC.format(moment));
        }
    }
}
