package org.bodywork.bookings.opening.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The openings of a day found by walking through it five minutes at a time and looking at the wall clock. Slow, and
 * independent of how the calendar finds them.
 */
public final class NaiveOpenings {

    private final Listing listing;
    private final Instant now;
    private final List<TimeSpan> busy;

    public NaiveOpenings(Listing listing, Instant now, List<TimeSpan> busy) {
        this.listing = listing;
        this.now = now;
        this.busy = busy;
    }

    /** The starts of that local date, in order. */
    public List<Instant> on(LocalDate date) {
        TreeSet<Instant> starts = new TreeSet<>();
        for (WorkingHours hours : hoursOn(date)) {
            if (hours.day() == date.getDayOfWeek()) {
                starts.addAll(within(hours, date));
            }
        }
        return List.copyOf(starts);
    }

    /** Whether a visit that begins then lies within hours, wherever the grid lies. */
    public boolean fitsHours(Instant start) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        Duration length = listing.treatments().getFirst().length();
        return hoursOn(date).stream()
                .anyMatch(hours -> hours.day() == date.getDayOfWeek() && worksThroughout(start, length, hours, date));
    }

    /** Whether nothing but hours and grid speaks against a visit that begins then. */
    public boolean rulesAllow(Instant start) {
        return rulesAllow(start, listing.treatments().getFirst());
    }

    private List<WorkingHours> hoursOn(LocalDate date) {
        Schedule schedule = listing.schedule();
        List<WorkingHours> hours = List.of();
        // The weeks come in the order in which they become valid.
        for (var week : schedule.weeks().entrySet()) {
            hours = week.getKey().isAfter(date) ? hours : week.getValue();
        }
        return schedule.overrides()
                .getOrDefault(date, schedule.holidays().dates().contains(date) ? List.of() : hours);
    }

    private boolean isAway(Instant moment) {
        LocalDateTime time = moment.atZone(listing.zone()).toLocalDateTime();
        return listing.schedule().timeOff().stream().anyMatch(each -> isAway(each, time));
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

    private boolean isHereThroughout(Instant start, Duration length) {
        for (long minute = 0; minute < length.toMinutes(); minute += 5) {
            if (isAway(start.plus(Duration.ofMinutes(minute)))) {
                return false;
            }
        }
        return true;
    }

    private List<Instant> within(WorkingHours hours, LocalDate date) {
        Treatment treatment = listing.treatments().getFirst();
        List<Instant> starts = new ArrayList<>();
        Instant opening = null;
        Instant end = date.plusDays(1).atStartOfDay(listing.zone()).toInstant();
        for (Instant moment = date.atStartOfDay(listing.zone()).toInstant();
                moment.isBefore(end);
                moment = moment.plusSeconds(300)) {
            if (!isWorking(moment, hours, date)) {
                continue;
            }
            if (opening == null) {
                opening = moment;
            }
            boolean onGrid = Duration.between(opening, moment).toMinutes()
                            % listing.rules().grid().toMinutes()
                    == 0;
            if (onGrid && worksThroughout(moment, treatment.length(), hours, date) && rulesAllow(moment, treatment)) {
                starts.add(moment);
            }
        }
        return starts;
    }

    private boolean worksThroughout(Instant start, Duration length, WorkingHours hours, LocalDate date) {
        for (long minute = 0; minute < length.toMinutes(); minute += 5) {
            if (!isWorking(start.plus(Duration.ofMinutes(minute)), hours, date)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWorking(Instant moment, WorkingHours hours, LocalDate date) {
        ZonedDateTime local = moment.atZone(listing.zone());
        LocalDateTime time = onceOnly(local);
        return local.toLocalDate().equals(date)
                && !time.isBefore(date.atTime(hours.from()))
                && time.isBefore(date.atTime(hours.to()));
    }

    /** Hours mean the first pass of what the clocks repeat, so the second lies after all of it. */
    private static LocalDateTime onceOnly(ZonedDateTime local) {
        ZoneOffsetTransition change = local.getZone().getRules().getTransition(local.toLocalDateTime());
        boolean again =
                change != null && change.isOverlap() && local.getOffset().equals(change.getOffsetAfter());
        return again ? change.getDateTimeBefore() : local.toLocalDateTime();
    }

    private boolean rulesAllow(Instant start, Treatment treatment) {
        LocalDate date = start.atZone(listing.zone()).toLocalDate();
        LocalDate today = now.atZone(listing.zone()).toLocalDate();
        LocalDate licence = listing.licenceExpires();
        Instant until = start.plus(treatment.length()).plus(treatment.buffer());
        return Duration.between(now, start).compareTo(listing.rules().notice()) >= 0
                && start.compareTo(now) > 0
                && isHereThroughout(start, treatment.length())
                && today.plusDays(listing.rules().horizonDays()).compareTo(date) >= 0
                && (licence == null || licence.compareTo(date) >= 0)
                && busy.stream().noneMatch(taken -> taken.from().isBefore(until) && start.isBefore(taken.until()));
    }
}
