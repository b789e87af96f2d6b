package org.bodywork.bookings.directory;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Holidays;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.Money;
import org.bodywork.bookings.opening.domain.OutsideTimes;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeOff;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.opening.domain.WorkingHours;
import org.bodywork.bookings.opening.domain.Workplace;
import org.jspecify.annotations.Nullable;

/** What this service reads of a therapist's listing as it is published. */
record TherapistChanged(
        String id,
        long sequence,
        String status,
        String name,
        String practiceId,
        List<TreatmentState> treatments,
        RulesState rules,
        @Nullable LicenceState licence,
        List<LocationState> locations,
        List<RangeState> schedule,
        @Nullable List<VersionState> versions,
        @Nullable List<OverrideState> overrides,
        @Nullable List<TimeOffState> timeOff,
        @Nullable HolidaysState holidays) {

    static final String TYPE = "org.bodywork.therapist.changed.v1";

    /**
     * The listing as booking sees it.
     *
     * @throws IllegalArgumentException when the parts do not make sense together
     */
    Listing listing() {
        return new Listing(
                TherapistId.of(id),
                status.equals("PUBLISHED"),
                name,
                PracticeId.of(practiceId),
                zone(),
                treatments.stream().map(TreatmentState::treatment).toList(),
                rules.rules(),
                licence == null ? null : licence.expires(),
                locations.stream().map(LocationState::workplace).toList(),
                hours(),
                OutsideTimes.NONE);
    }

    /** Older listings say one week that always holds, and nothing of single dates. */
    private Schedule hours() {
        return new Schedule(
                weeks(),
                each(overrides).collect(Collectors.toMap(OverrideState::date, OverrideState::hours)),
                each(timeOff).map(TimeOffState::timeOff).toList(),
                holidays == null ? Holidays.NONE : holidays.holidays());
    }

    private NavigableMap<LocalDate, List<WorkingHours>> weeks() {
        NavigableMap<LocalDate, List<WorkingHours>> weeks = new TreeMap<>();
        if (versions == null) {
            weeks.put(LocalDate.EPOCH, week(schedule));
        }
        each(versions).forEach(version -> weeks.put(version.validFrom(), week(version.schedule())));
        return weeks;
    }

    private static List<WorkingHours> week(List<RangeState> ranges) {
        return ranges.stream().map(RangeState::hours).toList();
    }

    private static <T> Stream<T> each(@Nullable List<T> leftOut) {
        return leftOut == null ? Stream.empty() : leftOut.stream();
    }

    private ZoneId zone() {
        Set<ZoneId> zones =
                locations.stream().map(place -> ZoneId.of(place.zone())).collect(Collectors.toSet());
        if (zones.size() > 1) {
            throw new IllegalArgumentException("locations in more than one zone");
        }
        return zones.stream().findFirst().orElse(ZoneOffset.UTC);
    }

    record TreatmentState(
            String id,
            String name,
            long minutes,
            Money price,
            long bufferMinutes,
            boolean roomNeeded,
            ForClients clients,
            @Nullable Set<String> rooms) {

        Treatment treatment() {
            return new Treatment(
                    TreatmentId.of(id),
                    name,
                    Duration.ofMinutes(minutes),
                    Duration.ofMinutes(bufferMinutes),
                    price,
                    roomNeeded,
                    clients,
                    rooms == null ? Set.of() : rooms);
        }
    }

    record RulesState(
            boolean instant,
            long noticeMinutes,
            int horizonDays,
            long gridMinutes,
            long requestMinutes,
            long cancellationCutoffMinutes,
            String feeText,
            @Nullable Integer visitsADay,
            @Nullable Long handsOnMinutesADay,
            @Nullable StretchState inARow) {

        BookingRules rules() {
            return new BookingRules(
                    instant,
                    Duration.ofMinutes(noticeMinutes),
                    horizonDays,
                    Duration.ofMinutes(gridMinutes),
                    Duration.ofMinutes(requestMinutes),
                    Duration.ofMinutes(cancellationCutoffMinutes),
                    feeText,
                    new DayLimits(
                            visitsADay,
                            handsOnMinutesADay == null ? null : Duration.ofMinutes(handsOnMinutesADay),
                            inARow == null ? null : inARow.inARow()));
        }
    }

    record StretchState(long handsOnMinutes, long breakMinutes) {

        DayLimits.InARow inARow() {
            return new DayLimits.InARow(Duration.ofMinutes(handsOnMinutes), Duration.ofMinutes(breakMinutes));
        }
    }

    record LicenceState(LocalDate expires) {}

    record LocationState(String id, String practiceId, String zone, List<String> rooms) {

        Workplace workplace() {
            LocationId location = LocationId.of(id);
            return new Workplace(
                    location,
                    PracticeId.of(practiceId),
                    rooms.stream().map(room -> new Room(location, room)).toList());
        }
    }

    record RangeState(DayOfWeek dayOfWeek, LocalTime from, LocalTime to, String locationId) {

        WorkingHours hours() {
            return new WorkingHours(dayOfWeek, from, to, LocationId.of(locationId));
        }
    }

    record VersionState(LocalDate validFrom, List<RangeState> schedule) {}

    record OverrideState(LocalDate date, @Nullable String locationId, List<HoursState> ranges) {

        List<WorkingHours> hours() {
            return ranges.stream().map(this::hours).toList();
        }

        private WorkingHours hours(HoursState range) {
            if (locationId == null) {
                throw new IllegalArgumentException("hours without a location on " + date);
            }
            return new WorkingHours(date.getDayOfWeek(), range.from(), range.to(), LocationId.of(locationId));
        }
    }

    record HoursState(LocalTime from, LocalTime to) {}

    record TimeOffState(
            LocalDateTime from,
            LocalDateTime to,
            TimeOff.Repeats repeats,
            @Nullable LocalDate until) {

        TimeOff timeOff() {
            return new TimeOff(from, to, repeats, until);
        }
    }

    record HolidaysState(boolean federal, Set<LocalDate> dates) {

        Holidays holidays() {
            return new Holidays(federal, dates);
        }
    }
}
