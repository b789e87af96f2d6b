package org.bodywork.bookings.icalendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The zones that a calendar's times name. One that Java knows by that name is taken from there; any other is what the
 * calendar itself says of it, and where it says nothing, home.
 */
final class Zones {

    private final WallTime home;
    private final LocalDateTime until;
    private final Budget budget;
    private final Map<String, WallTime> known = new HashMap<>();

    Zones(ZoneId home, Instant until, Budget budget) {
        this.home = WallTime.in(home);
        this.until = LocalDateTime.ofInstant(until, ZoneOffset.UTC).plusDays(1);
        this.budget = budget;
    }

    WallTime home() {
        return home;
    }

    WallTime named(@Nullable String name) {
        return name == null
                ? home
                : known.computeIfAbsent(
                        name, id -> javaZone(id).map(WallTime::in).orElse(home));
    }

    void learn(Component zone) {
        zone.one("TZID")
                .ifPresent(line -> known.put(
                        line.value(),
                        javaZone(line.value())
                                .or(() -> zone.one("X-LIC-LOCATION").flatMap(location -> javaZone(location.value())))
                                .map(WallTime::in)
                                .orElseGet(() -> described(zone))));
    }

    /** Some programs write a path before the name, such as {@code /example.org/America/Chicago}. */
    private static Optional<ZoneId> javaZone(String name) {
        for (String rest = name; !rest.isEmpty(); rest = afterSlash(rest)) {
            try {
                return Optional.of(ZoneId.of(rest));
            } catch (DateTimeException e) {
                // Perhaps without what stands before the next slash.
            }
        }
        return Optional.empty();
    }

    private static String afterSlash(String name) {
        return name.indexOf('/') < 0 ? "" : name.substring(name.indexOf('/') + 1);
    }

    /** By the changes of the clocks that it lists; before the first of them, as after it. */
    private WallTime described(Component zone) {
        TreeMap<LocalDateTime, ZoneOffset> changes = new TreeMap<>();
        zone.parts("STANDARD").forEach(part -> add(part, changes));
        zone.parts("DAYLIGHT").forEach(part -> add(part, changes));
        return changes.isEmpty()
                ? home
                : local -> {
                    Map.Entry<LocalDateTime, ZoneOffset> last = changes.floorEntry(local);
                    return local.toInstant((last == null ? changes.firstEntry() : last).getValue());
                };
    }

    private void add(Component part, Map<LocalDateTime, ZoneOffset> changes) {
        Optional<LocalDateTime> begins = part.one("DTSTART").map(line -> Moments.local(line.value()));
        Optional<ZoneOffset> offset = part.one("TZOFFSETTO").map(line -> ZoneOffset.of(line.value()));
        if (begins.isEmpty() || offset.isEmpty()) {
            return;
        }
        changes.put(begins.get(), offset.get());
        part.all("RRULE")
                .forEach(rule -> new Recurrence(rule.value(), begins.get(), WallTime.in(ZoneOffset.UTC), budget)
                        .forEach(LocalDateTime.MIN, until, local -> changes.put(local, offset.get())));
        part.all("RDATE").forEach(line -> changes.put(Moments.local(line.value()), offset.get()));
    }
}
