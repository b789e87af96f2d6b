package org.bodywork.bookings.opening.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words for listings in tests: a published therapist in Chicago who works only when told so. */
public final class AListing {

    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    public static final ZoneId DENVER = ZoneId.of("America/Denver");
    public static final LocationId STUDIO = LocationId.of("59854300-e173-367e-a355-36f35aef7746");
    public static final LocationId CLINIC = LocationId.of("a8b32072-c2f0-34b1-bc72-ede16cdccdd2");
    public static final PracticeId PRACTICE = PracticeId.of("1df0850d-92ef-315e-8438-a4d7da368d81");
    public static final TreatmentId SWEDISH = TreatmentId.of("a7e41842-abc7-31d6-870c-87d3a92a1a95");

    private TherapistId id = new TherapistId(UUID.randomUUID());
    private ZoneId zone = CHICAGO;
    private boolean published = true;
    private boolean instant;
    private Duration notice = Duration.ofHours(2);
    private int horizonDays = 60;
    private Duration grid = Duration.ofMinutes(30);
    private Duration requestWait = Duration.ofHours(24);
    private DayLimits limits = DayLimits.NONE;
    private @Nullable LocalDate licenceExpires;
    private Duration length = Duration.ofMinutes(60);
    private Duration buffer = Duration.ofMinutes(15);
    private boolean roomNeeded;
    private Set<String> fitting = Set.of();
    private ForClients clients = ForClients.ANY;
    private List<String> rooms = List.of("Elm", "Sycamore");
    private final NavigableMap<LocalDate, List<WorkingHours>> weeks =
            new TreeMap<>(Map.of(LocalDate.EPOCH, new ArrayList<>()));
    private final Map<LocalDate, List<WorkingHours>> overrides = new HashMap<>();
    private final List<TimeOff> timeOff = new ArrayList<>();
    private Holidays holidays = Holidays.NONE;
    private OutsideTimes busyElsewhere = OutsideTimes.NONE;

    private AListing() {}

    public static AListing aListing() {
        return new AListing();
    }

    public AListing of(TherapistId therapist) {
        id = therapist;
        return this;
    }

    public AListing in(ZoneId where) {
        zone = where;
        return this;
    }

    public AListing unpublished() {
        published = false;
        return this;
    }

    public AListing bookedInstantly() {
        instant = true;
        return this;
    }

    public AListing working(DayOfWeek day, String from, String to) {
        return workingFrom(LocalDate.EPOCH, day, from, to);
    }

    /** Hours of a week that is valid from that date on. */
    public AListing workingFrom(LocalDate date, DayOfWeek day, String from, String to) {
        weeks.computeIfAbsent(date, _ -> new ArrayList<>()).add(hours(day, from, to, STUDIO));
        return this;
    }

    public AListing onlyOn(LocalDate date, LocationId location, String from, String to) {
        overrides.computeIfAbsent(date, _ -> new ArrayList<>()).add(hours(date.getDayOfWeek(), from, to, location));
        return this;
    }

    public AListing closedOn(LocalDate date) {
        overrides.put(date, new ArrayList<>());
        return this;
    }

    public AListing away(String from, String to) {
        return away(new TimeOff(LocalDateTime.parse(from), LocalDateTime.parse(to), TimeOff.Repeats.NEVER, null));
    }

    public AListing away(TimeOff more) {
        timeOff.add(more);
        return this;
    }

    /** By a calendar that is not ours. */
    public AListing busyElsewhere(TimeSpan... times) {
        busyElsewhere = OutsideTimes.of(List.of(times));
        return this;
    }

    public AListing keeping(Holidays closed) {
        holidays = closed;
        return this;
    }

    private static WorkingHours hours(DayOfWeek day, String from, String to, LocationId location) {
        return new WorkingHours(day, LocalTime.parse(from), LocalTime.parse(to), location);
    }

    public AListing workingDaily(String from, String to) {
        Arrays.stream(DayOfWeek.values()).forEach(day -> working(day, from, to));
        return this;
    }

    public AListing withNotice(Duration asked) {
        notice = asked;
        return this;
    }

    public AListing withHorizonOf(int days) {
        horizonDays = days;
        return this;
    }

    public AListing onAGridOf(Duration step) {
        grid = step;
        return this;
    }

    public AListing withRequestsWaiting(Duration wait) {
        requestWait = wait;
        return this;
    }

    public AListing limitedTo(DayLimits more) {
        limits = more;
        return this;
    }

    public AListing withLicenceUntil(LocalDate lastDay) {
        licenceExpires = lastDay;
        return this;
    }

    public AListing withTreatmentOf(Duration treatmentLength, Duration bufferAfter) {
        length = treatmentLength;
        buffer = bufferAfter;
        return this;
    }

    public AListing needingARoom(String... names) {
        roomNeeded = true;
        rooms = List.of(names);
        return this;
    }

    /** Which of the rooms fit the treatment. */
    public AListing fittingInto(String... names) {
        fitting = Set.of(names);
        return this;
    }

    public AListing forClients(ForClients which) {
        clients = which;
        return this;
    }

    public Listing please() {
        Treatment treatment = new Treatment(
                SWEDISH, "Swedish massage", length, buffer, new Money("95.00", "USD"), roomNeeded, clients, fitting);
        return new Listing(
                id,
                published,
                "June Abernathy",
                PRACTICE,
                zone,
                List.of(treatment),
                new BookingRules(
                        instant,
                        notice,
                        horizonDays,
                        grid,
                        requestWait,
                        Duration.ofHours(24),
                        "Half the price.",
                        limits),
                licenceExpires,
                Stream.concat(Stream.of(STUDIO), overrideLocations())
                        .distinct()
                        .map(this::workplace)
                        .toList(),
                new Schedule(weeks, overrides, timeOff, holidays),
                busyElsewhere);
    }

    private Stream<LocationId> overrideLocations() {
        return overrides.values().stream().flatMap(List::stream).map(WorkingHours::location);
    }

    private Workplace workplace(LocationId location) {
        return new Workplace(
                location,
                PRACTICE,
                rooms.stream().map(name -> new Room(location, name)).toList());
    }
}
