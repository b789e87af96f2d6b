package org.bodywork.bookings.editing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single fields of what was typed, and collects what is wrong: keys of sentences by JSON pointer. */
final class TypedFields {

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final ZoneId zone;

    TypedFields(ZoneId zone) {
        this.zone = zone;
    }

    Map<String, String> faults() {
        return faults;
    }

    void wrong(String pointer, String words) {
        faults.put(pointer, words);
    }

    /** Where it is wrong, the smallest that would be right: the fault is what counts. */
    int number(JsonNode in, String field, String pointer, int least, int most) {
        JsonNode given = in.path(field);
        if (given.isInt() && given.asInt() >= least && given.asInt() <= most) {
            return given.asInt();
        }
        wrong(pointer + "/" + field, given.isMissingNode() ? "editing.fault.missing" : "editing.fault.number");
        return least;
    }

    Duration minutes(JsonNode in, String field, String pointer, int least, int most) {
        int number = number(in, field, pointer, least, most);
        if (number % 5 != 0) {
            wrong(pointer + "/" + field, "editing.fault.five");
            return Duration.ofMinutes(least);
        }
        return Duration.ofMinutes(number);
    }

    @Nullable LocalDate date(JsonNode in, String field, String pointer) {
        try {
            return LocalDate.parse(in.path(field).asString(""));
        } catch (DateTimeException none) {
            wrong(pointer + "/" + field, in.has(field) ? "editing.fault.date" : "editing.fault.missing");
            return null;
        }
    }

    @Nullable LocalTime time(JsonNode in, String field, String pointer) {
        try {
            LocalTime time = LocalTime.parse(in.path(field).asString(""));
            if (time.getMinute() % 5 == 0 && time.getSecond() == 0) {
                return time;
            }
            wrong(pointer + "/" + field, "editing.fault.five");
        } catch (DateTimeException none) {
            wrong(pointer + "/" + field, in.has(field) ? "editing.fault.time" : "editing.fault.missing");
        }
        return null;
    }

    @Nullable LocalDateTime moment(JsonNode in, String field, String pointer) {
        String text = in.path(field).asString("");
        try {
            return wallClock(text, zone);
        } catch (DateTimeException none) {
            wrong(pointer + "/" + field, in.has(field) ? "editing.fault.moment" : "editing.fault.missing");
            return null;
        }
    }

    /** On the wall clock of the place, with an offset or without. */
    static LocalDateTime wallClock(String text, ZoneId zone) {
        return text.length() > "2026-12-24T09:00:00".length()
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
