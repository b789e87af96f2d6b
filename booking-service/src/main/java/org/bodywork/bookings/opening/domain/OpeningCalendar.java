package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The openings of one listing as seen at one moment. What is shown and what is accepted comes from the same
 * computation, so that they cannot disagree.
 */
public final class OpeningCalendar {

    private final Listing listing;
    private final Instant now;

    public OpeningCalendar(Listing listing, Instant now) {
        this.listing = listing;
        this.now = now;
    }

    /** The openings of the dates, both inclusive, in the listing's zone; dates without any are listed empty. */
    public OpenDays openDays(Treatment treatment, LocalDate from, LocalDate to, BusyTimes busy) {
        List<OpenDay> days = from.datesUntil(to.plusDays(1))
                .map(date -> openDay(treatment, date, busy))
                .toList();
        return new OpenDays(listing.zone(), days, validUntil(days, busy));
    }

    /**
     * The openings of both for two people who come together: where and when each of them has one, and there are rooms for
     * both.
     *
     * @param other of somebody in the same zone
     */
    public OpenDays openDaysWith(
            OpeningCalendar other, Treatment own, Treatment theirs, LocalDate from, LocalDate to, BusyTimes busy) {
        OpenDays mine = openDays(own, from, to, busy);
        OpenDays others = other.openDays(theirs, from, to, busy);
        List<OpenDay> both = new ArrayList<>();
        for (int at = 0; at < mine.days().size(); at++) {
            both.add(together(mine.days().get(at), own, other, others.days().get(at), theirs, busy));
        }
        Instant validUntil = mine.validUntil().isBefore(others.validUntil()) ? mine.validUntil() : others.validUntil();
        return new OpenDays(mine.zone(), both, validUntil);
    }

    private OpenDay together(
            OpenDay mine, Treatment own, OpeningCalendar other, OpenDay others, Treatment theirs, BusyTimes busy) {
        LocationId location = mine.location();
        if (location == null || !location.equals(others.location())) {
            return new OpenDay(mine.date(), null, List.of());
        }
        Workplace place = listing.workplace(location).orElseThrow();
        Set<ZonedDateTime> open = new HashSet<>(others.starts());
        return new OpenDay(
                mine.date(),
                location,
                mine.starts().stream()
                        .filter(open::contains)
                        .filter(start -> new Slot(listing, own, place, start)
                                .goesWith(new Slot(other.listing, theirs, place, start), busy))
                        .toList());
    }

    /** The first opening on these dates, both inclusive. */
    public Optional<ZonedDateTime> firstOpening(Treatment treatment, LocalDate from, LocalDate to, BusyTimes busy) {
        return from.datesUntil(to.plusDays(1))
                .flatMap(date -> openDay(treatment, date, busy).starts().stream())
                .findFirst();
    }

    /** The slot at exactly that start, if the rules allow booking it; whether it is free is not asked here. */
    public Optional<Slot> bookableSlot(Treatment treatment, Instant start, Asking asking) {
        if (asking.waives(Waiver.GRID) || asking.waives(Waiver.HOURS)) {
            return slotAnywhere(treatment, start, asking);
        }
        return slotsOn(treatment, start.atZone(listing.zone()).toLocalDate(), asking)
                .filter(slot -> slot.start().toInstant().equals(start))
                .findFirst();
    }

    /** Off the grid or outside the hours, but never within a cell of occupied time. */
    private Optional<Slot> slotAnywhere(Treatment treatment, Instant start, Asking asking) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        boolean waived = hoursHindrance(treatment, date, start)
                .map(hindrance -> Waiver.covers(asking, hindrance))
                .orElse(true);
        return waived && Cells.isBoundary(start)
                ? slotAt(treatment, start).filter(slot -> StartRule.allAllow(slot, asking, now))
                : Optional.empty();
    }

    /** Where the therapist works that day, else at their first place. */
    private Optional<Slot> slotAt(Treatment treatment, Instant start) {
        return listing.workplaceOn(start.atZone(listing.zone()).toLocalDate())
                .or(() -> listing.workplaces().stream().findFirst())
                .filter(treatment::canBeGivenAt)
                .map(place -> new Slot(listing, treatment, place, start.atZone(listing.zone())));
    }

    /**
     * Everything that keeps just anybody from booking that start; nothing when it is an opening.
     *
     * @param busy what is taken around the start
     */
    public List<Hindrance> hindrances(Treatment treatment, Instant start, BusyTimes busy) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        List<Hindrance> found = new ArrayList<>();
        hoursHindrance(treatment, date, start).ifPresent(found::add);
        slotAt(treatment, start).ifPresent(slot -> {
            found.addAll(StartRule.hindrancesOf(slot, now));
            found.addAll(slot.hindrancesBy(busy));
        });
        return found;
    }

    /**
     * What a visit that stands has against it by now. It was booked under other hours, or for a reason on another grid or
     * at short notice, so only whether the therapist is there and may practise counts.
     *
     * @param booked the treatment as it was booked
     */
    public List<Hindrance> conflicts(Treatment booked, Instant start, LocationId location) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        Optional<Hindrance> hours =
                hoursHindrance(booked, date, start).filter(hindrance -> hindrance != Hindrance.OFF_GRID);
        Optional<Hindrance> place = listing.workplaceOn(date)
                .filter(workplace -> !workplace.id().equals(location))
                .map(_ -> Hindrance.ANOTHER_PLACE);
        Stream<Hindrance> rules =
                slotAt(booked, start).stream().flatMap(slot -> StartRule.conflictsOf(slot, now).stream());
        return Stream.of(hours.stream(), place.stream(), rules)
                .flatMap(all -> all)
                .toList();
    }

    private Optional<Hindrance> hoursHindrance(Treatment treatment, LocalDate date, Instant start) {
        List<WorkingHours> hours = listing.hoursOn(date);
        if (hours.isEmpty()) {
            return Optional.of(listing.schedule().isHoliday(date) ? Hindrance.HOLIDAY : Hindrance.NO_HOURS);
        }
        Instant end = start.plus(treatment.length());
        if (hours.stream().map(each -> each.on(date, listing.zone())).noneMatch(range -> range.holds(start, end))) {
            return Optional.of(Hindrance.OUTSIDE_HOURS);
        }
        return hours.stream()
                        .flatMap(each -> slotsWithin(each, treatment, date))
                        .anyMatch(slot -> slot.start().toInstant().equals(start))
                ? Optional.empty()
                : Optional.of(Hindrance.OFF_GRID);
    }

    public LocalDate today() {
        return now.atZone(listing.zone()).toLocalDate();
    }

    public LocalDate lastBookableDate() {
        return StartRule.lastBookableDate(listing, now);
    }

    private OpenDay openDay(Treatment treatment, LocalDate date, BusyTimes busy) {
        List<WorkingHours> hours = listing.hoursOn(date);
        Optional<Workplace> place = hours.stream().findFirst().flatMap(first -> listing.workplace(first.location()));
        List<ZonedDateTime> starts = new ArrayList<>();
        place.filter(treatment::canBeGivenAt).ifPresent(here -> {
            Diary diary = new Diary(listing, treatment, here, busy);
            hours.forEach(range -> addFree(starts, gridWithin(range, treatment, date), treatment, here, diary));
        });
        return new OpenDay(
                date,
                place.map(Workplace::id).orElse(null),
                hours.size() > 1 ? starts.stream().distinct().sorted().toList() : starts);
    }

    /** Whether a client is known to the therapist is asked when something is booked; times are shown to everybody. */
    private void addFree(
            List<ZonedDateTime> starts, List<Instant> grid, Treatment treatment, Workplace place, Diary diary) {
        Duration work = treatment.length().plus(treatment.buffer());
        boolean dateAllowed = false;
        for (Instant start : grid) {
            if (!diary.hasRoomFor(new TimeSpan(start, start.plus(work)))) {
                continue;
            }
            Slot slot = new Slot(listing, treatment, place, start.atZone(listing.zone()));
            dateAllowed = dateAllowed || StartRule.allowDateOf(slot, Asking.KNOWN_CLIENT, now);
            if (!dateAllowed) {
                return;
            }
            if (StartRule.allowTimeOf(slot, Asking.KNOWN_CLIENT, now) && diary.isWithinLimits(slot)) {
                starts.add(slot.start());
            }
        }
    }

    private Stream<Slot> slotsOn(Treatment treatment, LocalDate date, Asking asking) {
        return listing.hoursOn(date).stream()
                .flatMap(hours -> slotsWithin(hours, treatment, date))
                .filter(slot -> StartRule.allAllow(slot, asking, now));
    }

    private Stream<Slot> slotsWithin(WorkingHours hours, Treatment treatment, LocalDate date) {
        return listing.workplace(hours.location()).stream()
                .filter(treatment::canBeGivenAt)
                .flatMap(place -> gridWithin(hours, treatment, date).stream()
                        .map(start -> new Slot(listing, treatment, place, start.atZone(listing.zone()))));
    }

    /** The grid counts real time from the beginning of the range; the visit fits the range, its buffer need not. */
    private List<Instant> gridWithin(WorkingHours hours, Treatment treatment, LocalDate date) {
        TimeSpan range = hours.on(date, listing.zone());
        Instant last = range.until().minus(treatment.length());
        Duration step = listing.rules().grid();
        List<Instant> grid = new ArrayList<>();
        for (Instant start = range.from(); !start.isAfter(last); start = start.plus(step)) {
            grid.add(start);
        }
        return grid;
    }

    private Instant validUntil(List<OpenDay> days, BusyTimes busy) {
        Instant midnight = today().plusDays(1).atStartOfDay(listing.zone()).toInstant();
        Stream<Instant> noticeRunsOut = days.stream()
                .flatMap(day -> day.starts().stream())
                .limit(1)
                .map(start -> start.toInstant().minus(listing.rules().notice()));
        return Stream.concat(Stream.of(midnight), Stream.concat(noticeRunsOut, busy.nextExpiry().stream()))
                .min(Instant::compareTo)
                .orElse(midnight);
    }
}
