package org.bodywork.bookings.editing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bodywork.bookings.opening.domain.Holidays;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TimeOff;
import org.bodywork.bookings.opening.domain.WorkingHours;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads hours, single dates, holidays and time off as they were typed. */
final class TypedSchedule {

    private final TypedFields fields;

    TypedSchedule(TypedFields fields) {
        this.fields = fields;
    }

    /**
     * A whole schedule but for the time off, which has a page of its own.
     *
     * @param kept the time off there is
     */
    Schedule schedule(JsonNode whole, List<TimeOff> kept) {
        NavigableMap<LocalDate, List<WorkingHours>> weeks = new TreeMap<>();
        JsonNode versions = whole.path("versions");
        for (int at = 0; at < versions.size(); at++) {
            String pointer = "/versions/" + at;
            JsonNode version = versions.get(at);
            LocalDate from = version.has("validFrom") ? fields.date(version, "validFrom", pointer) : LocalDate.EPOCH;
            List<WorkingHours> hours = hours(version.path("hours"), pointer + "/hours");
            if (from != null && weeks.put(from, hours) != null) {
                fields.wrong(pointer + "/validFrom", "editing.fault.date-twice");
            }
        }
        Map<LocalDate, List<WorkingHours>> overrides = new HashMap<>();
        JsonNode single = whole.path("overrides");
        for (int at = 0; at < single.size(); at++) {
            String pointer = "/overrides/" + at;
            LocalDate date = fields.date(single.get(at), "date", pointer);
            if (date != null && overrides.put(date, ranges(single.get(at), date, pointer)) != null) {
                fields.wrong(pointer + "/date", "editing.fault.date-twice");
            }
        }
        return new Schedule(weeks, overrides, kept, holidays(whole.path("holidays")));
    }

    private List<WorkingHours> hours(JsonNode hours, String pointer) {
        List<WorkingHours> read = new ArrayList<>();
        for (int at = 0; at < hours.size(); at++) {
            JsonNode range = hours.get(at);
            DayOfWeek day = DayOfWeek.valueOf(range.path("dayOfWeek").asString(""));
            WorkingHours working = range(range, day, range.path("locationId").asString(""), pointer + "/" + at);
            if (working != null) {
                read.add(working);
            }
        }
        return read;
    }

    private List<WorkingHours> ranges(JsonNode override, LocalDate date, String pointer) {
        List<WorkingHours> read = new ArrayList<>();
        JsonNode ranges = override.path("ranges");
        for (int at = 0; at < ranges.size(); at++) {
            WorkingHours working = range(
                    ranges.get(at),
                    date.getDayOfWeek(),
                    override.path("locationId").asString(""),
                    pointer + "/ranges/" + at);
            if (working != null) {
                read.add(working);
            }
        }
        return read;
    }

    private @Nullable WorkingHours range(JsonNode range, DayOfWeek day, String place, String pointer) {
        LocalTime from = fields.time(range, "from", pointer);
        LocalTime to = fields.time(range, "to", pointer);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            fields.wrong(pointer + "/to", "editing.fault.order");
            return null;
        }
        return new WorkingHours(day, from, to, LocationId.of(place));
    }

    private Holidays holidays(JsonNode holidays) {
        Set<LocalDate> dates = new HashSet<>();
        JsonNode given = holidays.path("dates");
        for (int at = 0; at < given.size(); at++) {
            try {
                dates.add(LocalDate.parse(given.get(at).asString("")));
            } catch (DateTimeException none) {
                fields.wrong("/holidays/dates/" + at, "editing.fault.date");
            }
        }
        return new Holidays(holidays.path("federal").asBoolean(false), dates);
    }

    @Nullable TimeOff timeOff(JsonNode given, String pointer) {
        LocalDateTime from = fields.moment(given, "from", pointer);
        LocalDateTime to = fields.moment(given, "to", pointer);
        LocalDate until = given.has("until") ? fields.date(given, "until", pointer) : null;
        if (from == null || to == null || (given.has("until") && until == null)) {
            return null;
        }
        if (!from.isBefore(to)) {
            fields.wrong(pointer + "/to", "editing.fault.order");
            return null;
        }
        try {
            return new TimeOff(
                    from, to, TimeOff.Repeats.valueOf(given.path("repeats").asString("NEVER")), until);
        } catch (IllegalArgumentException tooLong) {
            fields.wrong(pointer + "/to", "editing.fault.too-long");
            return null;
        }
    }
}
