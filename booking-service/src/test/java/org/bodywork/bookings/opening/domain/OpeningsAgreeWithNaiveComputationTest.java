package org.bodywork.bookings.opening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bodywork.bookings.opening.domain.AListing.CLINIC;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.TimeOff.Repeats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpeningsAgreeWithNaiveComputationTest {

    /** For each zone and week, so that there are a thousand around changes. */
    private static final int SCHEDULES = 42;

    private static final LocalDate ORDINARY = LocalDate.of(2026, 12, 9);
    private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");

    /** Among them changes of half an hour, changes at midnight and offsets of quarters of an hour. */
    private static final List<String> ZONES = List.of(
            "America/Chicago",
            "America/Denver",
            "America/New_York",
            "America/Los_Angeles",
            "America/St_Johns",
            "America/Havana",
            "America/Santiago",
            "Europe/London",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "Australia/Sydney",
            "Pacific/Chatham");

    static Stream<Arguments> weeks() {
        return ZONES.stream()
                .map(ZoneId::of)
                .flatMap(zone ->
                        Stream.concat(Stream.of(ORDINARY), changes(zone)).map(day -> Arguments.of(zone, day)));
    }

    /** The days of the next two changes of the zone's clocks. */
    private static Stream<LocalDate> changes(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition one = rules.nextTransition(FROM);
        ZoneOffsetTransition other = rules.nextTransition(one.getInstant());
        return Stream.of(one, other).map(change -> change.getDateTimeBefore().toLocalDate());
    }

    @ParameterizedTest
    @MethodSource("weeks")
    void openingsAreNeverAnHourOffInWeeksInWhichClocksChange(ZoneId zone, LocalDate middle) {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Example example = new Example(new Random(seed), zone, middle);
            for (LocalDate date :
                    middle.minusDays(3).datesUntil(middle.plusDays(4)).toList()) {
                assertThat(example.computed(date))
                        .as("seed %d on %s", seed, date)
                        .isEqualTo(example.naive(date));
            }
        }
    }

    /** A listing with claims around one day, as the seed has it. */
    private static final class Example {

        private final Random random;
        private final Listing listing;
        private final Instant now;
        private final List<TimeSpan> busy = new ArrayList<>();

        Example(Random random, ZoneId zone, LocalDate middle) {
            this.random = random;
            this.now = middle.minusDays(random.nextInt(3, 10))
                    .atTime(random.nextInt(24), random.nextInt(60))
                    .atZone(zone)
                    .toInstant();
            this.listing = listing(zone, middle);
            for (int claim = random.nextInt(6); claim > 0; claim--) {
                busy.add(span(middle.minusDays(3)
                        .plusDays(random.nextInt(7))
                        .atTime(fiveMinutes())
                        .atZone(zone)));
            }
        }

        List<Instant> computed(LocalDate date) {
            Set<String> keys = new HashSet<>();
            busy.forEach(span -> keys.addAll(Resource.therapist(listing.id()).keysDuring(span)));
            return new OpeningCalendar(listing, now)
                    .openDays(
                            listing.treatments().getFirst(),
                            date,
                            date,
                            BusyTimes.of(List.of(new Claim(keys, null)), now))
                    .starts()
                    .map(ZonedDateTime::toInstant)
                    .toList();
        }

        List<Instant> naive(LocalDate date) {
            return new NaiveOpenings(listing, now, busy).on(date);
        }

        private Listing listing(ZoneId zone, LocalDate middle) {
            AListing words = aListing()
                    .in(zone)
                    .withNotice(Duration.ofMinutes(random.nextInt(0, 600)))
                    .withHorizonOf(random.nextInt(3, 14))
                    .onAGridOf(Duration.ofMinutes(5L * random.nextInt(1, 25)))
                    .withTreatmentOf(
                            Duration.ofMinutes(5L * random.nextInt(1, 25)),
                            Duration.ofMinutes(5L * random.nextInt(0, 7)));
            if (random.nextInt(4) == 0) {
                words.withLicenceUntil(middle.plusDays(random.nextInt(-3, 4)));
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                for (int ranges = random.nextInt(3); ranges > 0; ranges--) {
                    addRange((from, to) -> words.working(day, from, to));
                }
            }
            if (random.nextBoolean()) {
                plan(words, middle);
            }
            return words.please();
        }

        /** What differs from one week to the other, and time off. */
        private void plan(AListing words, LocalDate middle) {
            LocalDate change = dayAround(middle);
            for (DayOfWeek day : DayOfWeek.values()) {
                addRange((from, to) -> words.workingFrom(change, day, from, to));
            }
            words.closedOn(dayAround(middle));
            LocalDate elsewhere = dayAround(middle);
            words.onlyOn(elsewhere, CLINIC, "08:00", "08:05");
            addRange((from, to) -> words.onlyOn(elsewhere, CLINIC, from, to));
            words.keeping(new Holidays(false, Set.of(dayAround(middle))));
            words.away(away(dayAround(middle), 200, Repeats.NEVER));
            words.away(away(middle.minusDays(random.nextInt(30)), 20, Repeats.WEEKLY));
            words.away(away(dayAround(middle).minusYears(random.nextInt(3)), 400, Repeats.YEARLY));
        }

        private LocalDate dayAround(LocalDate middle) {
            return middle.plusDays(random.nextInt(-3, 4));
        }

        private TimeOff away(LocalDate date, int mostQuarters, Repeats repeats) {
            LocalDateTime from = outsideTheRepeatedHour(date.atTime(fiveMinutes()));
            return new TimeOff(
                    from,
                    outsideTheRepeatedHour(from.plusMinutes(15L * random.nextInt(5, mostQuarters))),
                    repeats,
                    null);
        }

        private static LocalDateTime outsideTheRepeatedHour(LocalDateTime time) {
            return time.getHour() == 1 ? time.plusHours(1) : time;
        }

        /** Not from or to a time in the hour that clocks repeat; that case has a test of its own. */
        private void addRange(BiConsumer<String, String> range) {
            LocalTime one = fiveMinutes();
            LocalTime other = fiveMinutes();
            if (!one.equals(other) && one.getHour() != 1 && other.getHour() != 1) {
                LocalTime from = one.isBefore(other) ? one : other;
                LocalTime to = one.isBefore(other) ? other : one;
                range.accept(from.toString(), to.toString());
            }
        }

        private LocalTime fiveMinutes() {
            return LocalTime.MIDNIGHT.plusMinutes(5L * random.nextInt(288));
        }

        private TimeSpan span(ZonedDateTime from) {
            return new TimeSpan(
                    from.toInstant(),
                    from.plusMinutes(5L * random.nextInt(1, 30)).toInstant());
        }
    }
}
