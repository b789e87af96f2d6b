package org.bodywork.platform.icalendar;

import java.time.Duration;
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

    /** So much of a zone is described that its clocks change at least once. */
    private static final Duration AROUND = Duration.ofDays(200);

    private CalendarText() {}

    /**
     * A calendar of these events.
     *
     * @param home a zone to describe even when no event is in it
     */
    public static String of(String name, ZoneId home, Collection<CalendarEvent> events, Instant from, Instant until) {
        ContentLines lines = begin("PUBLISH");
        lines.addText("X-WR-CALNAME", name)
                .add("REFRESH-INTERVAL;VALUE=DURATION", "PT15M")
                .add("X-PUBLISHED-TTL", "PT15M");
        zones(home, events).forEach(zone -> ZoneText.write(zone, from, until, lines));
        inOrder(events).forEach(event -> write(event, lines));
        return lines.add("END", "VCALENDAR").toString();
    }

    /**
     * Tells the calendar program of one attendee that an event takes place, or by its standing that it does not (RFC
     * 5546). The attendee is taken to come: nobody is asked to answer by mail.
     */
    public static String message(CalendarEvent event, Party organizer, Party attendee) {
        ContentLines lines = begin(methodOf(event));
        ZoneText.write(event.zone(), event.start().minus(AROUND), event.end().plus(AROUND), lines);
        beginEvent(event, lines);
        lines.add("ORGANIZER;CN=" + organizer.quotedName(), organizer.mailto())
                .add("ATTENDEE;CN=" + attendee.quotedName() + ";PARTSTAT=ACCEPTED;RSVP=FALSE", attendee.mailto());
        return lines.add("END", "VEVENT").add("END", "VCALENDAR").toString();
    }

    /** What a message about the event asks of a calendar program. */
    public static String methodOf(CalendarEvent event) {
        return isOff(event) ? "CANCEL" : "REQUEST";
    }

    private static ContentLines begin(String method) {
        return new ContentLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Bodywork//Calendar//EN")
                .add("CALSCALE", "GREGORIAN")
                .add("METHOD", method);
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

    private static boolean isOff(CalendarEvent event) {
        return event.standing() == CalendarEvent.Standing.CANCELLED;
    }

    private static void write(CalendarEvent event, ContentLines lines) {
        beginEvent(event, lines);
        lines.add("END", "VEVENT");
    }

    private static void beginEvent(CalendarEvent event, ContentLines lines) {
        lines.add("BEGIN", "VEVENT")
                .add("UID", event.uid())
                .add("DTSTAMP", UTC.format(event.changedAt()))
                .add("LAST-MODIFIED", UTC.format(event.changedAt()))
                .add("SEQUENCE", Long.toString(event.sequence()));
        time("DTSTART", event.start(), event.zone(), lines);
        time("DTEND", event.end(), event.zone(), lines);
        lines.addText("SUMMARY", event.title())
                .add("STATUS", event.standing().name())
                .add("TRANSP", isOff(event) ? "TRANSPARENT" : "OPAQUE")
                .add("CLASS", "PRIVATE");
        if (event.place() != null) {
            lines.addText("LOCATION", event.place());
        }
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
