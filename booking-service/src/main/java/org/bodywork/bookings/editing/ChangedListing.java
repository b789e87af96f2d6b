package org.bodywork.bookings.editing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Holidays;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TimeOff;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.WorkingHours;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A listing as it would be: this service's own copy with one part as it was typed. It reads no more than openings depend
 * on; what is wrong there is named by its pointer and the key of a sentence.
 */
final class ChangedListing {

    private final Listing listing;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private ChangedListing(Listing listing) {
        this.listing = listing;
    }

    /**
     * What came of it.
     *
     * @param listing null where something is wrong
     * @param faults keys of sentences by JSON pointer
     */
    record Read(@Nullable Listing listing, Map<String, String> faults) {}

    static Read of(Listing listing, Part part, JsonNode whole) {
        ChangedListing reading = new ChangedListing(listing);
        Listing changed = reading.changed(part, whole);
        return new Read(reading.faults.isEmpty() ? changed : null, reading.faults);
    }

    /** With time off more than there is. */
    static Read withTimeOff(Listing listing, JsonNode timeOff) {
        ChangedListing reading = new ChangedListing(listing);
        TimeOff more = reading.timeOff(timeOff, "");
        List<TimeOff> all = new ArrayList<>(listing.schedule().timeOff());
        if (more != null) {
            all.add(more);
        }
        Schedule now = listing.schedule();
        Listing changed = reading.with(new Schedule(now.weeks(), now.overrides(), all, now.holidays()));
        return new Read(reading.faults.isEmpty() ? changed : null, reading.faults);
    }

    private @Nullable Listing changed(Part part, JsonNode whole) {
        try {
            return switch (part) {
                case SCHEDULE -> with(schedule(whole));
                case TREATMENTS -> with(treatments(whole.path("treatments")), listing.rules());
                case RULES -> with(listing.treatments(), rules(whole.path("rules")));
                case CREDENTIALS -> until(licence(whole.path("credentials")));
                case PROFILE -> published(whole.path("status").asString("").equals("published"));
            };
        } catch (IllegalArgumentException senseless) {
            // Each alone is right, together they are not: therapist-service says what it is.
            faults.putIfAbsent("", "editing.fault.together");
            return null;
        }
    }

    private Listing with(Schedule schedule) {
        return new Listing(
                listing.id(),
                listing.published(),
                listing.name(),
                listing.practice(),
                listing.zone(),
                listing.treatments(),
                listing.rules(),
                listing.licenceExpires(),
                listing.workplaces(),
                schedule,
                listing.busyElsewhere());
    }

    private Listing with(List<Treatment> treatments, BookingRules rules) {
        return new Listing(
                listing.id(),
                listing.published(),
                listing.name(),
                listing.practice(),
                listing.zone(),
                treatments,
                rules,
                listing.licenceExpires(),
                listing.workplaces(),
                listing.schedule(),
                listing.busyElsewhere());
    }

    private Listing until(@Nullable LocalDate licence) {
        return new Listing(
                listing.id(),
                listing.published(),
                listing.name(),
                listing.practice(),
                listing.zone(),
                listing.treatments(),
                listing.rules(),
                licence,
                listing.workplaces(),
                listing.schedule(),
                listing.busyElsewhere());
    }

    private Listing published(boolean shown) {
        return new Listing(
                listing.id(),
                shown,
                listing.name(),
                listing.practice(),
                listing.zone(),
                listing.treatments(),
                listing.rules(),
                listing.licenceExpires(),
                listing.workplaces(),
                listing.schedule(),
                listing.busyElsewhere());
    }

    private Schedule schedule(JsonNode whole) {
        NavigableMap<LocalDate, List<WorkingHours>> weeks = new TreeMap<>();
        JsonNode versions = whole.path("versions");
        for (int at = 0; at < versions.size(); at++) {
            String pointer = "/versions/" + at;
            JsonNode version = versions.get(at);
            LocalDate from = version.has("validFrom") ? date(version, "validFrom", pointer) : LocalDate.EPOCH;
            List<WorkingHours> hours = hours(version.path("hours"), pointer + "/hours");
            if (from != null && weeks.put(from, hours) != null) {
                faults.put(pointer + "/validFrom", "editing.fault.date-twice");
            }
        }
        Map<LocalDate, List<WorkingHours>> overrides = new HashMap<>();
        JsonNode single = whole.path("overrides");
        for (int at = 0; at < single.size(); at++) {
            String pointer = "/overrides/" + at;
            LocalDate date = date(single.get(at), "date", pointer);
            if (date != null && overrides.put(date, ranges(single.get(at), date, pointer)) != null) {
                faults.put(pointer + "/date", "editing.fault.date-twice");
            }
        }
        return new Schedule(weeks, overrides, listing.schedule().timeOff(), holidays(whole.path("holidays")));
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
        LocalTime from = time(range, "from", pointer);
        LocalTime to = time(range, "to", pointer);
        if (from == null || to == null) {
            return null;
        }
        if (!from.isBefore(to)) {
            faults.put(pointer + "/to", "editing.fault.order");
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
                faults.put("/holidays/dates/" + at, "editing.fault.date");
            }
        }
        return new Holidays(holidays.path("federal").asBoolean(false), dates);
    }

    private @Nullable TimeOff timeOff(JsonNode given, String pointer) {
        LocalDateTime from = moment(given, "from", pointer);
        LocalDateTime to = moment(given, "to", pointer);
        LocalDate until = given.has("until") ? date(given, "until", pointer) : null;
        if (from == null || to == null || (given.has("until") && until == null)) {
            return null;
        }
        if (!from.isBefore(to)) {
            faults.put(pointer + "/to", "editing.fault.order");
            return null;
        }
        try {
            return new TimeOff(
                    from, to, TimeOff.Repeats.valueOf(given.path("repeats").asString("NEVER")), until);
        } catch (IllegalArgumentException tooLong) {
            faults.put(pointer + "/to", "editing.fault.too-long");
            return null;
        }
    }

    private List<Treatment> treatments(JsonNode treatments) {
        List<Treatment> read = new ArrayList<>();
        for (int at = 0; at < treatments.size(); at++) {
            JsonNode given = treatments.get(at);
            String pointer = "/treatments/" + at;
            int faultsBefore = faults.size();
            Duration length = minutes(given, "minutes", pointer, 5, 480);
            Duration buffer = minutes(given, "bufferMinutes", pointer, 0, 120);
            String price = price(given, pointer);
            if (given.path("name").asString("").isBlank()) {
                faults.put(pointer + "/name", "editing.fault.missing");
            }
            if (faults.size() == faultsBefore) {
                read.add(treatment(given, length, buffer, price));
            }
        }
        return read;
    }

    private static Treatment treatment(JsonNode given, Duration length, Duration buffer, String price) {
        Set<String> rooms = new HashSet<>();
        given.path("rooms").forEach(room -> rooms.add(room.asString("")));
        return new Treatment(
                // A new one has no id yet.
                TreatmentId.of(given.path("id").asString(UUID.randomUUID().toString())),
                given.path("name").asString(""),
                length,
                buffer,
                new Money(price, "USD"),
                given.path("roomNeeded").asBoolean(false),
                ForClients.valueOf(given.path("clients").asString("any").toUpperCase(Locale.ROOT)),
                rooms);
    }

    private String price(JsonNode treatment, String pointer) {
        String amount = treatment.path("price").path("amount").asString("");
        try {
            if (new BigDecimal(amount).signum() >= 0 && amount.matches("[0-9]{1,6}\\.[0-9]{2}")) {
                return amount;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        faults.put(pointer + "/price/amount", "editing.fault.price");
        return "";
    }

    private BookingRules rules(JsonNode rules) {
        String pointer = "/rules";
        Duration notice = minutes(rules, "noticeMinutes", pointer, 0, 86_400);
        int horizon = number(rules, "horizonDays", pointer, 1, 365);
        Duration grid = minutes(rules, "gridMinutes", pointer, 5, 240);
        Duration waits = minutes(rules, "requestMinutes", pointer, 5, 20_160);
        Duration cutoff = minutes(rules, "cancellationCutoffMinutes", pointer, 0, 86_400);
        DayLimits limits = new DayLimits(
                rules.has("visitsADay") ? Integer.valueOf(number(rules, "visitsADay", pointer, 1, 50)) : null,
                rules.has("handsOnMinutesADay") ? minutes(rules, "handsOnMinutesADay", pointer, 5, 1440) : null,
                inARow(rules.path("inARow"), pointer + "/inARow"));
        return new BookingRules(
                rules.path("instant").asBoolean(false),
                notice,
                horizon,
                grid,
                waits,
                cutoff,
                rules.path("feeText").asString(""),
                limits);
    }

    private DayLimits.@Nullable InARow inARow(JsonNode given, String pointer) {
        return given.isMissingNode()
                ? null
                : new DayLimits.InARow(
                        minutes(given, "handsOnMinutes", pointer, 5, 1440),
                        minutes(given, "breakMinutes", pointer, 5, 1440));
    }

    private @Nullable LocalDate licence(JsonNode credentials) {
        LocalDate expires = null;
        for (int at = 0; at < credentials.size(); at++) {
            JsonNode given = credentials.get(at);
            if (given.path("required").asBoolean(false)) {
                expires = date(given, "expires", "/credentials/" + at);
            }
        }
        return expires;
    }

    /** Where it is wrong, the smallest that would be right: the fault is what counts. */
    private int number(JsonNode in, String field, String pointer, int least, int most) {
        JsonNode given = in.path(field);
        if (given.isInt() && given.asInt() >= least && given.asInt() <= most) {
            return given.asInt();
        }
        faults.put(pointer + "/" + field, given.isMissingNode() ? "editing.fault.missing" : "editing.fault.number");
        return least;
    }

    private Duration minutes(JsonNode in, String field, String pointer, int least, int most) {
        int number = number(in, field, pointer, least, most);
        if (number % 5 != 0) {
            faults.put(pointer + "/" + field, "editing.fault.five");
            return Duration.ofMinutes(least);
        }
        return Duration.ofMinutes(number);
    }

    private @Nullable LocalDate date(JsonNode in, String field, String pointer) {
        try {
            return LocalDate.parse(in.path(field).asString(""));
        } catch (DateTimeException none) {
            faults.put(pointer + "/" + field, in.has(field) ? "editing.fault.date" : "editing.fault.missing");
            return null;
        }
    }

    private @Nullable LocalTime time(JsonNode in, String field, String pointer) {
        try {
            LocalTime time = LocalTime.parse(in.path(field).asString(""));
            if (time.getMinute() % 5 == 0 && time.getSecond() == 0) {
                return time;
            }
            faults.put(pointer + "/" + field, "editing.fault.five");
        } catch (DateTimeException none) {
            faults.put(pointer + "/" + field, in.has(field) ? "editing.fault.time" : "editing.fault.missing");
        }
        return null;
    }

    private @Nullable LocalDateTime moment(JsonNode in, String field, String pointer) {
        String text = in.path(field).asString("");
        try {
            return wallClock(text, listing.zone());
        } catch (DateTimeException none) {
            faults.put(pointer + "/" + field, in.has(field) ? "editing.fault.moment" : "editing.fault.missing");
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
