package org.bodywork.bookings.icalendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between a BEGIN and its END. */
final class Component {

    private static final int DEEPEST = 8;

    private final String name;
    private final List<ContentLine> lines = new ArrayList<>();
    private final List<Component> parts = new ArrayList<>();

    private Component(String name) {
        this.name = name;
    }

    /**
     * The calendars in a text; one, as a rule.
     *
     * @throws NoCalendar when it holds none, or one without an end: it may have been cut off on its way
     */
    static List<Component> calendarsIn(String text) {
        Component whole = new Component("");
        Deque<Component> open = new ArrayDeque<>(List.of(whole));
        for (ContentLine line : ContentLine.of(text)) {
            if (line.name().equals("BEGIN")) {
                Component part = new Component(line.value().toUpperCase(Locale.ROOT));
                open.element().parts.add(part);
                open.push(part);
            } else if (line.name().equals("END")) {
                close(line.value(), open);
            } else {
                open.element().lines.add(line);
            }
            if (open.size() > DEEPEST) {
                throw new NoCalendar("its parts lie too deep in each other");
            }
        }
        List<Component> calendars = whole.parts("VCALENDAR").toList();
        if (calendars.isEmpty() || open.size() > 1) {
            throw new NoCalendar("no whole calendar in it");
        }
        return calendars;
    }

    private static void close(String ended, Deque<Component> open) {
        if (!open.pop().name.equalsIgnoreCase(ended) || open.isEmpty()) {
            throw new NoCalendar("its parts do not end where they should");
        }
    }

    Stream<Component> parts(String wanted) {
        return parts.stream().filter(part -> part.name.equals(wanted));
    }

    Stream<ContentLine> all(String property) {
        return lines.stream().filter(line -> line.name().equals(property));
    }

    Optional<ContentLine> one(String property) {
        return all(property).findFirst();
    }

    boolean says(String property, String word) {
        return one(property).filter(line -> line.says(word)).isPresent();
    }
}
