package org.bodywork.bookings.model;

import static org.bodywork.bookings.opening.domain.AListing.CHICAGO;
import static org.bodywork.bookings.opening.domain.AListing.DENVER;
import static org.bodywork.bookings.opening.domain.AListing.aListing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.AListing;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.DayLimits;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.Schedule;
import org.bodywork.bookings.opening.domain.TimeOff;

/**
 * Two therapists of one house who share its rooms, around one date, as a seed has them.
 *
 * @param atNight whether they work through the hours in which clocks are changed
 */
record Scene(List<Listing> listings, LocalDate date, Instant begins, boolean atNight) {

    /** Few enough to be reached within a sequence. */
    static final int HOLDS_PER_BROWSER = 2;

    static final int HOLDS_PER_ADDRESS = 3;
    static final int BOOKINGS_A_DAY = 3;
    static final int OPEN_REQUESTS = 2;

    /** The clocks change on the first two. */
    private static final List<LocalDate> DATES =
            List.of(LocalDate.of(2026, 11, 1), LocalDate.of(2027, 3, 14), LocalDate.of(2026, 12, 9));

    static Scene of(Random random) {
        ZoneId zone = random.nextBoolean() ? CHICAGO : DENVER;
        LocalDate date = DATES.get(random.nextInt(DATES.size()));
        String[] rooms = random.nextBoolean() ? new String[] {"Elm"} : new String[] {"Elm", "Sycamore"};
        boolean atNight = random.nextInt(3) == 0;
        List<Listing> listings = Stream.generate(() -> listing(random, zone, atNight, rooms))
                .limit(2)
                .toList();
        Instant begins = date.minusDays(random.nextInt(1, 4))
                .atTime(random.nextInt(24), random.nextInt(60))
                .atZone(zone)
                .toInstant();
        return new Scene(listings, date, begins, atNight);
    }

    /** On the dates on which they are. */
    Instant changeOfClocks() {
        return date.atTime(2, 0).atZone(listings.getFirst().zone()).toInstant();
    }

    private static Listing listing(Random random, ZoneId zone, boolean atNight, String... rooms) {
        boolean briefly = random.nextBoolean();
        AListing words = aListing()
                .in(zone)
                .workingDaily(
                        atNight ? "00:30" : "09:00",
                        atNight ? briefly ? "03:30" : "06:30" : briefly ? "12:00" : "15:00")
                .withNotice(Duration.ofMinutes(60L * random.nextInt(4)))
                .withHorizonOf(random.nextInt(2, 20))
                .onAGridOf(Duration.ofMinutes(15L * random.nextInt(1, 4)))
                .withRequestsWaiting(Duration.ofMinutes(30L * random.nextInt(1, 60)))
                .withTreatmentOf(
                        Duration.ofMinutes(30L * random.nextInt(1, 4)), Duration.ofMinutes(5L * random.nextInt(0, 5)));
        if (random.nextBoolean()) {
            words.bookedInstantly();
        }
        if (random.nextInt(3) > 0) {
            words.needingARoom(rooms);
        }
        if (random.nextInt(3) == 0) {
            words.limitedTo(limits(random));
        }
        return words.please();
    }

    private static DayLimits limits(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new DayLimits(random.nextInt(1, 4), null, null);
            case 1 -> new DayLimits(null, Duration.ofMinutes(30L * random.nextInt(2, 8)), null);
            default ->
                new DayLimits(
                        null,
                        null,
                        new DayLimits.InARow(
                                Duration.ofMinutes(30L * random.nextInt(3, 6)),
                                Duration.ofMinutes(15L * random.nextInt(1, 4))));
        };
    }

    /** The same on another grid, whatever the moment. */
    static Listing withoutNoticeOrHorizon(Listing listing, Duration grid) {
        BookingRules rules = listing.rules();
        return with(
                listing,
                new BookingRules(
                        rules.instant(),
                        Duration.ZERO,
                        10_000,
                        grid,
                        rules.requestWait(),
                        rules.cancellationCutoff(),
                        rules.feeText(),
                        rules.limits()),
                listing.schedule());
    }

    static Listing withTimeOff(Listing listing, LocalDateTime from, LocalDateTime to) {
        Schedule schedule = listing.schedule();
        List<TimeOff> timeOff = new ArrayList<>(schedule.timeOff());
        timeOff.add(new TimeOff(from, to, TimeOff.Repeats.NEVER, null));
        return with(
                listing,
                listing.rules(),
                new Schedule(schedule.weeks(), schedule.overrides(), timeOff, schedule.holidays()));
    }

    private static Listing with(Listing listing, BookingRules rules, Schedule schedule) {
        return new Listing(
                listing.id(),
                listing.published(),
                listing.name(),
                listing.practice(),
                listing.zone(),
                listing.treatments(),
                rules,
                listing.licenceExpires(),
                listing.workplaces(),
                schedule,
                listing.busyElsewhere());
    }
}
