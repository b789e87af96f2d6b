package org.bodywork.bookings.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates, times and lengths of time. All fail with a {@link java.time.DateTimeException}. */
final class Moments {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,4})W");
    private static final int DATE_LENGTH = 8;

    private Moments() {}

    /** A time as a line gives it: a date, in UTC, in a named zone, or on whatever clock is at home. */
    record Moment(LocalDateTime local, WallTime clock, boolean wholeDay) {

        Instant instant() {
            return clock.momentOf(local);
        }
    }

    static Moment read(ContentLine line, Zones zones) {
        return read(line.value(), line, zones);
    }

    static Stream<Moment> readAll(ContentLine line, Zones zones) {
        return Arrays.stream(line.value().split(",", -1)).map(value -> read(value.strip(), line, zones));
    }

    static Moment read(String value, ContentLine line, Zones zones) {
        if (value.length() == DATE_LENGTH) {
            LocalDate date = LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
            return new Moment(date.atStartOfDay(), zones.home(), true);
        }
        boolean utc = value.toUpperCase(Locale.ROOT).endsWith("Z");
        WallTime clock = utc
                ? WallTime.in(ZoneOffset.UTC)
                : zones.named(line.parameters().get("TZID"));
        return new Moment(local(utc ? value.substring(0, value.length() - 1) : value), clock, false);
    }

    static LocalDateTime local(String value) {
        return LocalDateTime.parse(value, LOCAL);
    }

    static Duration length(String value) {
        Matcher weeks = WEEKS.matcher(value);
        return weeks.matches() ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1))) : Duration.parse(value);
    }
}
