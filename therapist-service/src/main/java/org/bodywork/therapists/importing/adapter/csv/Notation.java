package org.bodywork.therapists.importing.adapter.csv;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bodywork.therapists.listing.domain.InvalidValue;

/** How single values are written in the file. */
final class Notation {

    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,6}");
    private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,10})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

    /** Java copies all of them for whoever asks. */
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Notation() {}

    static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unlike("true or false", text);
        };
    }

    static int wholeNumber(String text) {
        return Integer.parseInt(shaped(WHOLE_NUMBER, text, "a whole number"));
    }

    static double degrees(String text) {
        return Double.parseDouble(shaped(DEGREES, text, "degrees such as 38.6126"));
    }

    static LocalDate date(String text) {
        String expected = "a date such as 2027-08-31";
        try {
            return LocalDate.parse(shaped(DATE, text, expected));
        } catch (DateTimeException noSuchDay) {
            throw unlike(expected, text);
        }
    }

    /** A day until today: nobody has checked anything tomorrow. */
    static LocalDate pastDate(String text, LocalDate today) {
        LocalDate date = date(text);
        if (date.isAfter(today)) {
            throw new InvalidValue("'" + date + "' is still to come");
        }
        return date;
    }

    static LocalTime time(String text) {
        String expected = "a time such as 09:00";
        try {
            String digits = shaped(TIME, text, expected);
            return LocalTime.of(Integer.parseInt(digits, 0, 2, 10), Integer.parseInt(digits, 3, 5, 10));
        } catch (DateTimeException noSuchTime) {
            throw unlike(expected, text);
        }
    }

    /** A region such as America/Chicago; offsets and abbreviations do not know when clocks change. */
    static ZoneId zone(String text) {
        if (!text.contains("/") || !ZONES.contains(text)) {
            throw unlike("a time zone such as America/Chicago", text);
        }
        return ZoneId.of(text);
    }

    static DayOfWeek day(String text) {
        DayOfWeek day = DAYS.get(text);
        if (day == null) {
            throw unlike("a day: mon, tue, wed, thu, fri, sat or sun", text);
        }
        return day;
    }

    static InvalidValue unlike(String expected, String text) {
        String shown = text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
        return new InvalidValue("'" + shown + "' is not " + expected);
    }

    private static String shaped(Pattern shape, String text, String expected) {
        if (!shape.matcher(text).matches()) {
            throw unlike(expected, text);
        }
        return text;
    }
}
