package org.bodywork.therapists.listing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * When and where a therapist works. For each local date an override decides, else a holiday, else the week in force;
 * time off is taken from all of them. Times are on the wall clock of the one zone of the therapist's locations.
 *
 * @param versions by date, each in force until the next
 * @param overrides by date, at most one each
 */
public record Schedule(
        List<ScheduleVersion> versions, List<ScheduleOverride> overrides, List<TimeOff> timeOff, Holidays holidays) {

    public static final Schedule NONE = new Schedule(List.of(), List.of(), List.of(), Holidays.NONE);

    public Schedule {
        versions = versions.stream()
                .sorted(Comparator.comparing(ScheduleVersion::validFrom))
                .toList();
        overrides = overrides.stream()
                .sorted(Comparator.comparing(ScheduleOverride::date))
                .toList();
        timeOff = List.copyOf(timeOff);
        Repeated.refuse(versions.stream().map(ScheduleVersion::validFrom).toList(), "valid-from date");
        Repeated.refuse(overrides.stream().map(ScheduleOverride::date).toList(), "date with hours of its own");
        Repeated.refuse(timeOff.stream().map(TimeOff::id).toList(), "time off");
    }

    /** The same hours every week. */
    public static Schedule everyWeek(WeeklySchedule week) {
        return new Schedule(
                List.of(new ScheduleVersion(ScheduleVersion.ALWAYS, week)), List.of(), List.of(), Holidays.NONE);
    }

    /** The hours of that local date, with everything considered. */
    public WorkingDay hoursOn(LocalDate date) {
        return plannedOn(date)
                .without(
                        timeOff.stream()
                                .flatMap(each -> each.touching(date).stream())
                                .toList(),
                        date);
    }

    private WorkingDay plannedOn(LocalDate date) {
        return overrides.stream()
                .filter(each -> each.date().equals(date))
                .findFirst()
                .map(ScheduleOverride::day)
                .orElseGet(() ->
                        holidays.include(date) ? WorkingDay.OFF : weekOn(date).on(date.getDayOfWeek()));
    }

    /** The weekly hours in force on that local date. */
    public WeeklySchedule weekOn(LocalDate date) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(date))
                .reduce((_, later) -> later)
                .map(ScheduleVersion::week)
                .orElse(WeeklySchedule.NONE);
    }

    /** Whether a visit there and then lies within the hours. */
    public boolean allows(LocationId location, Instant start, Instant end, ZoneId zone) {
        LocalDate date = start.atZone(zone).toLocalDate();
        WorkingDay day = hoursOn(date);
        return location.equals(day.location()) && day.holds(start, end, date, zone);
    }

    /** Whether these are the same hours every week and nothing else. */
    public boolean isOneWeekForEver() {
        return versions.size() == 1 && equals(everyWeek(versions.getFirst().week()));
    }

    /** Everywhere the hours of any date may be. */
    public Set<LocationId> locations() {
        Set<LocationId> all = new HashSet<>();
        versions.forEach(version -> version.week().ranges().forEach(range -> all.add(range.location())));
        overrides.stream()
                .map(each -> each.day().location())
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** Whether it fits into the hours of some date; into what is not decided yet, anything does. */
    public boolean hasRoomFor(Treatment treatment) {
        return longestMinutes().orElse(Long.MAX_VALUE) >= treatment.minutes();
    }

    private OptionalLong longestMinutes() {
        Stream<LongStream> ofWeeks = versions.stream()
                .map(version -> version.week().ranges().stream().mapToLong(WorkingRange::minutes));
        Stream<LongStream> ofDates =
                overrides.stream().map(each -> each.day().ranges().stream().mapToLong(DayRange::minutes));
        return Stream.concat(ofWeeks, ofDates).flatMapToLong(minutes -> minutes).max();
    }

    /** With another week in place of the one in force on that date; what is planned otherwise stays. */
    public Schedule withWeekInForceOn(LocalDate date, WeeklySchedule week) {
        LocalDate inForceSince = versions.stream()
                .map(ScheduleVersion::validFrom)
                .filter(from -> !from.isAfter(date))
                .max(Comparator.naturalOrder())
                .orElse(ScheduleVersion.ALWAYS);
        List<ScheduleVersion> changed = new ArrayList<>(versions.stream()
                .filter(version -> !version.validFrom().equals(inForceSince))
                .toList());
        changed.add(new ScheduleVersion(inForceSince, week));
        return new Schedule(changed, overrides, timeOff, holidays);
    }

    /** With these holidays; where none are said, with those known. */
    public Schedule keeping(Holidays said) {
        return said.equals(Holidays.NONE) ? this : new Schedule(versions, overrides, timeOff, said);
    }

    public Schedule with(TimeOff more) {
        return new Schedule(
                versions,
                overrides,
                Stream.concat(timeOff.stream(), Stream.of(more)).toList(),
                holidays);
    }

    public Schedule without(TimeOffId gone) {
        return new Schedule(
                versions,
                overrides,
                timeOff.stream().filter(each -> !each.id().equals(gone)).toList(),
                holidays);
    }
}
