package org.bodywork.therapists.listing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.therapists.listing.domain.ASchedule.CLINIC;
import static org.bodywork.therapists.listing.domain.ASchedule.STUDIO;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random schedules around both changes of the clocks, read a second time five minutes at a time. */
class SchedulesAgreeWithNaiveReadingTest {

    private static final int SCHEDULES = 60;

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-28", "2027-03-10", "2026-12-22", "2028-02-25"})
    void hoursOfADateAreWhatLookingAtEachTimeFinds(LocalDate first) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Made made = new Made(new Random(seed), first);
            Schedule schedule = made.schedule();
            for (LocalDate date = first; date.isBefore(first.plusDays(10)); date = date.plusDays(1)) {
                WorkingDay day = schedule.hoursOn(date);
                for (LocalDateTime time = date.atStartOfDay();
                        time.toLocalDate().equals(date);
                        time = time.plusMinutes(5)) {
                    assertThat(includes(day, time.toLocalTime()) ? day.location() : null)
                            .as("seed %d at %s", seed, time)
                            .isEqualTo(made.placeAt(time));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Chicago", "America/Denver"})
    void aVisitIsAllowedExactlyWhenEveryMomentOfItIsWorked(ZoneId zone) {
        int allowed = 0;
        for (LocalDate change : List.of(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 3, 14))) {
            for (int seed = 0; seed < SCHEDULES; seed++) {
                Random random = new Random(seed);
                Made made = new Made(random, change.minusDays(2));
                for (int visit = 0; visit < 40; visit++) {
                    Instant start = change.minusDays(1)
                            .atStartOfDay(zone)
                            .plusMinutes(5L * random.nextInt(3 * 288))
                            .toInstant();
                    Instant end = start.plus(Duration.ofMinutes(5L * random.nextInt(1, 36)));
                    boolean allows = made.schedule().allows(STUDIO, start, end, zone);
                    assertThat(allows)
                            .as("seed %d from %s to %s", seed, start, end)
                            .isEqualTo(isWorked(made, start, end, zone));
                    allowed += allows ? 1 : 0;
                }
            }
        }
        assertThat(allowed).isGreaterThan(400);
    }

    /** Midnight ends a day's work, so a visit over midnight is none. */
    private static boolean isWorked(Made made, Instant start, Instant end, ZoneId zone) {
        LocalDate date = start.atZone(zone).toLocalDate();
        return Stream.iterate(start, moment -> moment.isBefore(end), moment -> moment.plusSeconds(300))
                .map(moment -> moment.atZone(zone).toLocalDateTime())
                .allMatch(time -> time.toLocalDate().equals(date) && STUDIO.equals(made.placeAt(time)));
    }

    private static boolean includes(WorkingDay day, LocalTime time) {
        return day.ranges().stream().anyMatch(range -> !time.isBefore(range.from()) && time.isBefore(range.to()));
    }

    /** A random schedule, and where the therapist is at any time, read from its parts without the schedule's help. */
    private static final class Made {

        private final Random random;
        private final TreeMap<LocalDate, Map<DayOfWeek, WorkingDay>> weeks = new TreeMap<>();
        private final Map<LocalDate, WorkingDay> overrides = new HashMap<>();
        private final List<TimeOff> timeOff = new ArrayList<>();
        private final List<LocalDate> holidays = new ArrayList<>();

        Made(Random random, LocalDate first) {
            this.random = random;
            weeks.put(ScheduleVersion.ALWAYS, week());
            weeks.put(first.plusDays(random.nextInt(8)), week());
            overrides.put(first.plusDays(random.nextInt(8)), day());
            overrides.put(first.plusDays(random.nextInt(8)), WorkingDay.OFF);
            holidays.add(first.plusDays(random.nextInt(8)));
            timeOff.add(away(first.plusDays(random.nextInt(8)), 1 + random.nextInt(400), Repeats.NEVER));
            timeOff.add(away(first.minusDays(random.nextInt(30)), 1 + random.nextInt(24), Repeats.WEEKLY));
            timeOff.add(away(
                    first.minusYears(random.nextInt(3)).plusDays(random.nextInt(8)),
                    1 + random.nextInt(500),
                    Repeats.YEARLY));
        }

        Schedule schedule() {
            return new Schedule(
                    weeks.entrySet().stream()
                            .map(week -> new ScheduleVersion(week.getKey(), weekly(week.getValue())))
                            .toList(),
                    overrides.entrySet().stream()
                            .map(each -> new ScheduleOverride(each.getKey(), each.getValue()))
                            .toList(),
                    timeOff,
                    new Holidays(false, holidays));
        }

        @Nullable LocationId placeAt(LocalDateTime time) {
            if (timeOff.stream().anyMatch(each -> isAway(each, time))) {
                return null;
            }
            LocalDate date = time.toLocalDate();
            WorkingDay day = holidays.contains(date)
                    ? WorkingDay.OFF
                    : weeks.floorEntry(date).getValue().getOrDefault(date.getDayOfWeek(), WorkingDay.OFF);
            WorkingDay decided = overrides.getOrDefault(date, day);
            return includes(decided, time.toLocalTime()) ? decided.location() : null;
        }

        private static boolean isAway(TimeOff each, LocalDateTime time) {
            LocalDateTime begins = each.from();
            for (int count = 1; !begins.isAfter(time); count++) {
                if (time.isBefore(begins.plus(Duration.between(each.from(), each.to())))) {
                    return true;
                }
                switch (each.repeats()) {
                    case NEVER -> {
                        return false;
                    }
                    case WEEKLY -> begins = each.from().plusDays(7L * count);
                    case YEARLY -> begins = each.from().plusYears(count);
                }
            }
            return false;
        }

        private TimeOff away(LocalDate date, int quarters, Repeats repeats) {
            LocalDateTime from = date.atTime(time());
            return new TimeOff(
                    new TimeOffId(new UUID(random.nextLong(), random.nextLong())),
                    from,
                    from.plusMinutes(15L * quarters),
                    repeats,
                    null);
        }

        private Map<DayOfWeek, WorkingDay> week() {
            Map<DayOfWeek, WorkingDay> week = new HashMap<>();
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, day());
            }
            return week;
        }

        private static WeeklySchedule weekly(Map<DayOfWeek, WorkingDay> week) {
            return new WeeklySchedule(week.entrySet().stream()
                    .flatMap(each -> each.getValue().ranges().stream()
                            .map(range -> new WorkingRange(
                                    each.getKey(),
                                    range,
                                    Objects.requireNonNull(each.getValue().location()))))
                    .toList());
        }

        private WorkingDay day() {
            List<LocalTime> ends =
                    Stream.generate(this::time).limit(4).distinct().sorted().toList();
            List<DayRange> ranges = new ArrayList<>();
            for (int end = 1; end < ends.size(); end += 2) {
                ranges.add(new DayRange(ends.get(end - 1), ends.get(end)));
            }
            return ranges.isEmpty() ? WorkingDay.OFF : new WorkingDay(random.nextInt(4) == 0 ? CLINIC : STUDIO, ranges);
        }

        /** Not in the hour that clocks repeat: looking at the clock alone cannot tell its passes apart. */
        private LocalTime time() {
            LocalTime time = LocalTime.MIDNIGHT.plusMinutes(5L * random.nextInt(288));
            return time.getHour() == 1 ? time.plusHours(1) : time;
        }
    }
}
