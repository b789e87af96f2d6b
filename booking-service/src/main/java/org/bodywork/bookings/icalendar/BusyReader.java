package org.bodywork.bookings.icalendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bodywork.bookings.icalendar.Moments.Moment;
import org.bodywork.bookings.opening.domain.TimeSpan;

/**
 * Reads when somebody is busy from a calendar of theirs, whoever wrote it. What is free, cancelled or came from us takes
 * no time; days without a time last from midnight to midnight at home.
 */
public final class BusyReader {

    /** Steps through recurrences and single events, over the whole calendar. */
    private static final int MOST_STEPS = 500_000;

    private static final String OUR_OWN = "@bodywork";

    private final TimeSpan window;
    private final Budget budget = new Budget(MOST_STEPS);
    private final Zones zones;
    private final List<TimeSpan> times = new ArrayList<>();
    private final Map<String, Set<Instant>> replaced = new HashMap<>();
    private int unread;

    private BusyReader(ZoneId home, TimeSpan window) {
        this.window = window;
        this.zones = new Zones(home, window.until(), budget);
    }

    /**
     * Busy times within the window, in no order, and they may overlap.
     *
     * @param home where days begin and times without a zone are
     * @throws NoCalendar when that cannot be told
     */
    public static Busy read(String text, ZoneId home, TimeSpan window) {
        BusyReader reader = new BusyReader(home, window);
        Component.calendarsIn(text).forEach(reader::readCalendar);
        return new Busy(reader.times, reader.unread);
    }

    /**
     * What was read.
     *
     * @param unread how many entries say nothing that can be understood
     */
    public record Busy(List<TimeSpan> times, int unread) {

        public Busy {
            times = List.copyOf(times);
        }
    }

    private void readCalendar(Component calendar) {
        calendar.parts("VTIMEZONE").forEach(zone -> reading(() -> zones.learn(zone)));
        List<Component> events = calendar.parts("VEVENT").toList();
        events.forEach(event -> reading(() -> noteReplaced(event)));
        events.forEach(event -> reading(() -> readEvent(event)));
        calendar.parts("VFREEBUSY").forEach(each -> reading(() -> readFreeBusy(each)));
    }

    /** One entry that makes no sense must not hide the others. */
    private void reading(Runnable step) {
        budget.spend();
        try {
            step.run();
        } catch (DateTimeException | ArithmeticException e) {
            unread++;
        }
    }

    /** One time of a series that is told apart: it does not take place as the series says. */
    private void noteReplaced(Component event) {
        event.one("RECURRENCE-ID")
                .ifPresent(line -> replaced.computeIfAbsent(uid(event), _ -> new TreeSet<>())
                        .add(Moments.read(line, zones).instant()));
    }

    private void readEvent(Component event) {
        if (isFree(event) || uid(event).endsWith(OUR_OWN)) {
            return;
        }
        Moment first = event.one("DTSTART")
                .map(line -> Moments.read(line, zones))
                .orElseThrow(() -> new DateTimeException("begins nowhere"));
        Length length = lengthOf(event, first);
        Set<Instant> skipped = new TreeSet<>();
        event.all("EXDATE").flatMap(line -> Moments.readAll(line, zones)).forEach(each -> skipped.add(each.instant()));
        boolean ofASeries = event.one("RECURRENCE-ID").isPresent();
        if (!ofASeries) {
            skipped.addAll(replaced.getOrDefault(uid(event), Set.of()));
        }
        Set<LocalDateTime> starts = new TreeSet<>(List.of(first.local()));
        if (!ofASeries) {
            LocalDateTime from = LocalDateTime.ofInstant(window.from(), ZoneOffset.UTC)
                    .minus(length.atMost())
                    .minusDays(2);
            LocalDateTime until =
                    LocalDateTime.ofInstant(window.until(), ZoneOffset.UTC).plusDays(2);
            event.all("RRULE")
                    .forEach(rule -> new Recurrence(rule.value(), first.local(), first.clock(), budget)
                            .forEach(from, until, starts::add));
        }
        starts.stream()
                .map(start -> new Moment(start, first.clock(), first.wholeDay()))
                .filter(start -> !skipped.contains(start.instant()))
                .forEach(start -> add(start.instant(), length.endOf(start)));
        event.all("RDATE").forEach(line -> readFurther(line, length, skipped));
    }

    private void readFurther(ContentLine line, Length length, Set<Instant> skipped) {
        for (String value : line.value().split(",", -1)) {
            budget.spend();
            if (value.contains("/")) {
                readPeriod(value, line);
            } else {
                Moment start = Moments.read(value.strip(), line, zones);
                if (!skipped.contains(start.instant())) {
                    add(start.instant(), length.endOf(start));
                }
            }
        }
    }

    private void readFreeBusy(Component freeBusy) {
        freeBusy.all("FREEBUSY")
                .filter(line -> !"FREE".equalsIgnoreCase(line.parameters().get("FBTYPE")))
                .forEach(line -> Arrays.stream(line.value().split(",", -1)).forEach(value -> {
                    budget.spend();
                    readPeriod(value, line);
                }));
    }

    private void readPeriod(String value, ContentLine line) {
        String[] ends = value.strip().split("/", 2);
        if (ends.length != 2) {
            throw new DateTimeException("a period without an end");
        }
        Instant start = Moments.read(ends[0], line, zones).instant();
        add(
                start,
                ends[1].startsWith("P")
                        ? start.plus(Moments.length(ends[1]))
                        : Moments.read(ends[1], line, zones).instant());
    }

    private void add(Instant start, Instant end) {
        Instant from = start.isBefore(window.from()) ? window.from() : start;
        Instant until = end.isAfter(window.until()) ? window.until() : end;
        if (from.isBefore(until)) {
            times.add(new TimeSpan(from, until));
        }
    }

    private Length lengthOf(Component event, Moment first) {
        if (event.one("DTEND").isPresent()) {
            Moment end = Moments.read(event.one("DTEND").get(), zones);
            Length length = first.wholeDay() && end.wholeDay()
                    ? Length.ofDays(Duration.between(first.local(), end.local()).toDays())
                    : Length.of(Duration.between(first.instant(), end.instant()));
            if (length.atMost().isNegative()) {
                throw new DateTimeException("ends before it begins");
            }
            return length;
        }
        return event.one("DURATION")
                .map(line -> Length.of(Moments.length(line.value())))
                .orElseGet(() -> first.wholeDay() ? Length.ofDays(1) : Length.of(Duration.ZERO));
    }

    private static boolean isFree(Component event) {
        return event.says("TRANSP", "TRANSPARENT")
                || event.says("STATUS", "CANCELLED")
                || event.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE");
    }

    private static String uid(Component event) {
        return event.one("UID").map(ContentLine::value).orElse("");
    }

    /** How long each time lasts: so many days from midnight to midnight, or so long by any clock. */
    private record Length(long days, Duration time) {

        static Length ofDays(long days) {
            return new Length(days, Duration.ZERO);
        }

        static Length of(Duration time) {
            return new Length(0, time);
        }

        Instant endOf(Moment start) {
            return start.clock().momentOf(start.local().plusDays(days)).plus(time);
        }

        Duration atMost() {
            return Duration.ofDays(days).plus(time);
        }
    }
}
