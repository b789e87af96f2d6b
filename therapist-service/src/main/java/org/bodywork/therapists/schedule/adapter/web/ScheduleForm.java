package org.bodywork.therapists.schedule.adapter.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.domain.DayRange;
import org.bodywork.therapists.listing.domain.Holidays;
import org.bodywork.therapists.listing.domain.LocationId;
import org.bodywork.therapists.listing.domain.Schedule;
import org.bodywork.therapists.listing.domain.ScheduleOverride;
import org.bodywork.therapists.listing.domain.ScheduleVersion;
import org.bodywork.therapists.listing.domain.Therapist;
import org.bodywork.therapists.listing.domain.TimeOff;
import org.bodywork.therapists.listing.domain.TimeOffId;
import org.bodywork.therapists.listing.domain.Treatment;
import org.bodywork.therapists.listing.domain.WallClock;
import org.bodywork.therapists.listing.domain.WeeklySchedule;
import org.bodywork.therapists.listing.domain.WorkingDay;
import org.bodywork.therapists.listing.domain.WorkingRange;
import org.bodywork.therapists.listing.domain.Workplace;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.HoursFields;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.OverrideFields;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.RangeFields;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.TimeOffFields;
import org.bodywork.therapists.schedule.adapter.web.ScheduleRequest.VersionFields;
import org.jspecify.annotations.Nullable;

/** Reads what a schema cannot check of a whole schedule, and names every field that is wrong. */
final class ScheduleForm {

    private final ScheduleRequest request;
    private final Therapist therapist;
    private final ZoneId zone;
    private final Set<LocationId> places;
    private final Faults faults = new Faults();

    private ScheduleForm(ScheduleRequest request, Therapist therapist, List<Workplace> places) {
        this.request = request;
        this.therapist = therapist;
        this.zone = therapist.zone();
        this.places = places.stream().map(Workplace::id).collect(Collectors.toSet());
    }

    /**
     * The schedule asked for.
     *
     * @throws org.bodywork.platform.web.InvalidRequest with every fault found
     */
    static Schedule read(ScheduleRequest request, Therapist therapist, List<Workplace> places) {
        return new ScheduleForm(request, therapist, places).read();
    }

    private Schedule read() {
        checkZone();
        List<ScheduleVersion> versions = versions();
        List<ScheduleOverride> overrides = overrides();
        List<TimeOff> timeOff = timeOff();
        faults.refuse();
        Schedule schedule = new Schedule(versions, overrides, timeOff, holidays());
        for (Treatment treatment : therapist.treatments()) {
            if (!schedule.hasRoomFor(treatment)) {
                faults.add(
                        "/versions",
                        "No range is long enough for the treatment of %d minutes.".formatted(treatment.minutes()));
            }
        }
        faults.refuse();
        return schedule;
    }

    private void checkZone() {
        String given = request.zone();
        if (given != null && !ZoneId.getAvailableZoneIds().contains(given)) {
            faults.add("/zone", "Must be an IANA time zone, such as America/Chicago.");
        } else if (given != null && !ZoneId.of(given).equals(zone)) {
            faults.add("/zone", "The therapist's locations lie in %s.".formatted(zone));
        }
    }

    private List<ScheduleVersion> versions() {
        List<ScheduleVersion> versions = new ArrayList<>();
        Set<LocalDate> dates = new HashSet<>();
        for (int at = 0; at < request.versions().size(); at++) {
            String pointer = "/versions/" + at;
            VersionFields fields = request.versions().get(at);
            LocalDate validFrom =
                    fields.validFrom() == null ? ScheduleVersion.ALWAYS : LocalDate.parse(fields.validFrom());
            if (!dates.add(validFrom)) {
                faults.add(pointer + "/validFrom", "Another version is valid from the same date.");
            }
            WeeklySchedule week = week(pointer + "/hours", fields.hours());
            if (week != null) {
                versions.add(new ScheduleVersion(validFrom, week));
            }
        }
        return versions;
    }

    private @Nullable WeeklySchedule week(String pointer, List<HoursFields> hours) {
        List<WorkingRange> ranges = new ArrayList<>();
        boolean clash = false;
        for (int at = 0; at < hours.size(); at++) {
            String here = pointer + "/" + at;
            HoursFields fields = hours.get(at);
            DayRange range = range(here, fields.from(), fields.to());
            LocationId location = location(here + "/locationId", fields.locationId());
            if (range != null && location != null) {
                WorkingRange working = new WorkingRange(fields.dayOfWeek(), range, location);
                clash |= clashes(here, working, ranges);
                ranges.add(working);
            }
        }
        return clash ? null : new WeeklySchedule(ranges);
    }

    private boolean clashes(String pointer, WorkingRange working, List<WorkingRange> earlier) {
        return earlier.stream()
                .flatMap(each -> working.clashWith(each).stream())
                .findFirst()
                .map(reason -> {
                    faults.add(pointer, "Not with the others: %s.".formatted(reason));
                    return true;
                })
                .orElse(false);
    }

    private List<ScheduleOverride> overrides() {
        List<ScheduleOverride> overrides = new ArrayList<>();
        Set<LocalDate> dates = new HashSet<>();
        List<OverrideFields> given = orNone(request.overrides());
        for (int at = 0; at < given.size(); at++) {
            String pointer = "/overrides/" + at;
            LocalDate date = LocalDate.parse(given.get(at).date());
            if (!dates.add(date)) {
                faults.add(pointer + "/date", "This date is there more than once.");
            }
            WorkingDay day = day(pointer, given.get(at), date);
            if (day != null) {
                overrides.add(new ScheduleOverride(date, day));
            }
        }
        return overrides;
    }

    private @Nullable WorkingDay day(String pointer, OverrideFields fields, LocalDate date) {
        if (fields.ranges().isEmpty()) {
            return WorkingDay.OFF;
        }
        LocationId location = location(pointer + "/locationId", fields.locationId());
        List<DayRange> ranges = new ArrayList<>();
        boolean overlap = false;
        for (int at = 0; at < fields.ranges().size(); at++) {
            String here = pointer + "/ranges/" + at;
            RangeFields given = fields.ranges().get(at);
            checkClocks(here + "/from", date, given.from());
            checkClocks(here + "/to", date, given.to());
            DayRange range = range(here, given.from(), given.to());
            if (range != null && ranges.stream().anyMatch(range::overlaps)) {
                faults.add(here, "Overlaps another range of that date.");
                overlap = true;
            } else if (range != null) {
                ranges.add(range);
            }
        }
        return location == null || overlap || ranges.isEmpty() ? null : new WorkingDay(location, ranges);
    }

    private void checkClocks(String pointer, LocalDate date, String time) {
        if (WallClock.skips(date.atTime(LocalTime.parse(time)), zone)) {
            faults.add(pointer, "The clocks skip this time on that date.");
        }
    }

    private @Nullable DayRange range(String pointer, String from, String to) {
        LocalTime begins = LocalTime.parse(from);
        LocalTime ends = LocalTime.parse(to);
        if (!begins.isBefore(ends)) {
            faults.add(pointer + "/to", "Must be later than from.");
            return null;
        }
        return new DayRange(begins, ends);
    }

    private @Nullable LocationId location(String pointer, @Nullable String given) {
        if (given == null) {
            faults.add(pointer, "This field is required.");
            return null;
        }
        LocationId location = new LocationId(UUID.fromString(given));
        if (!places.contains(location)) {
            faults.add(pointer, "The therapist's practice has no such location in their zone.");
            return null;
        }
        return location;
    }

    private Holidays holidays() {
        return request.holidays() == null
                ? Holidays.NONE
                : new Holidays(
                        request.holidays().federal(),
                        orNone(request.holidays().dates()).stream()
                                .map(LocalDate::parse)
                                .toList());
    }

    private List<TimeOff> timeOff() {
        if (request.timeOff() == null) {
            return therapist.schedule().timeOff();
        }
        Set<TimeOffId> known =
                therapist.schedule().timeOff().stream().map(TimeOff::id).collect(Collectors.toSet());
        TimeOffForm form = new TimeOffForm(zone, faults);
        List<TimeOff> all = new ArrayList<>();
        for (int at = 0; at < request.timeOff().size(); at++) {
            String pointer = "/timeOff/" + at;
            TimeOffFields fields = request.timeOff().get(at);
            TimeOff timeOff = form.read(pointer, fields);
            if (fields.id() != null && !known.remove(new TimeOffId(UUID.fromString(fields.id())))) {
                faults.add(pointer + "/id", "Must be the id of time off that is there, and once only.");
            } else if (timeOff != null) {
                all.add(timeOff);
            }
        }
        return all;
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
