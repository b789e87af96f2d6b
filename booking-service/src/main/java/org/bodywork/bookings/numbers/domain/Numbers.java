package org.bodywork.bookings.numbers.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.numbers.domain.CountedVisit.Answers;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.TimeSpans;

/** Counts some therapists' work. Of a visit to several only their own part counts as their time. */
public final class Numbers {

    /** A client who has another visit within so long after one is booked again. */
    public static final Period COMES_AGAIN_WITHIN = Period.ofWeeks(8);

    private final List<Listing> listings;
    private final Set<TherapistId> whose;
    private final List<CountedVisit> visits;
    private final Map<String, List<CountedVisit>> byClient;
    private final Map<AppointmentId, Reminded> reminders;

    /**
     * Takes everything that is to be counted.
     *
     * @param listings of those whose work it is
     * @param visits all of theirs in these weeks, and in the eight weeks after for who comes again
     * @param reminders what became of those about them
     */
    public Numbers(
            Collection<Listing> listings, Collection<CountedVisit> visits, Map<AppointmentId, Reminded> reminders) {
        this.reminders = Map.copyOf(reminders);
        this.listings = List.copyOf(listings);
        this.whose = listings.stream().map(Listing::id).collect(Collectors.toUnmodifiableSet());
        this.visits = visits.stream()
                .filter(visit -> visit.therapists().stream().anyMatch(whose::contains))
                .toList();
        this.byClient = this.visits.stream()
                .filter(visit -> visit.client() != null && visit.isBooked())
                .collect(Collectors.groupingBy(visit -> String.valueOf(visit.client())));
    }

    public List<WeekNumbers> byWeek(LocalDate firstMonday, int weeks) {
        return IntStream.range(0, weeks)
                .mapToObj(firstMonday::plusWeeks)
                .map(this::week)
                .toList();
    }

    private WeekNumbers week(LocalDate monday) {
        List<CountedVisit> week = visits.stream()
                .filter(visit -> !visit.date().isBefore(monday) && visit.date().isBefore(monday.plusWeeks(1)))
                .toList();
        List<Answers> answers = week.stream().map(CountedVisit::answers).toList();
        List<TherapistId> those = List.copyOf(whose);
        return new WeekNumbers(
                monday,
                offered(monday),
                those.stream().map(each -> booked(each, week).length()).reduce(Duration.ZERO, Duration::plus),
                answers.stream().mapToInt(Answers::inTime).sum(),
                answers.stream().mapToInt(Answers::missed).sum(),
                count(week, visit -> visit.status() == Status.COMPLETED),
                count(week, visit -> visit.status() == Status.NO_SHOW),
                count(week, Numbers::isCancelledByClient),
                count(week, visit -> isCancelledByClient(visit) && visit.late()),
                count(week, visit -> visit.isCancelled() && visit.status() == Status.CANCELLED_BY_THERAPIST),
                those.stream().map(each -> freed(each, week).length()).reduce(Duration.ZERO, Duration::plus),
                those.stream()
                        .map(each -> freed(each, week).sharedWith(booked(each, week)))
                        .reduce(Duration.ZERO, Duration::plus),
                count(week, this::isBookedAgain),
                reminders(week, Reminded::sent),
                reminders(week, Reminded::failed));
    }

    private Duration offered(LocalDate monday) {
        return monday.datesUntil(monday.plusWeeks(1))
                .flatMap(date -> listings.stream().map(listing -> listing.workedOn(date)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static TimeSpans booked(TherapistId therapist, List<CountedVisit> week) {
        return spans(therapist, week.stream().filter(CountedVisit::isBooked), visit -> Stream.of(visit.time()));
    }

    /** Time that was given back twice is free once. */
    private static TimeSpans freed(TherapistId therapist, List<CountedVisit> week) {
        return spans(therapist, week.stream(), visit -> visit.freed().stream());
    }

    private static TimeSpans spans(
            TherapistId therapist, Stream<CountedVisit> some, Function<CountedVisit, Stream<TimeSpan>> time) {
        return TimeSpans.of(some.filter(visit -> visit.therapists().contains(therapist))
                .flatMap(time)
                .toList());
    }

    private static boolean isCancelledByClient(CountedVisit visit) {
        return visit.isCancelled() && visit.status() == Status.CANCELLED_BY_CLIENT;
    }

    private boolean isBookedAgain(CountedVisit visit) {
        return visit.status() == Status.COMPLETED
                && visit.client() != null
                && byClient.getOrDefault(visit.client(), List.of()).stream()
                        .anyMatch(other -> visit.isFollowedBy(other)
                                && !other.date().isAfter(visit.date().plus(COMES_AGAIN_WITHIN)));
    }

    private int reminders(List<CountedVisit> week, ToIntFunction<Reminded> which) {
        return week.stream()
                .map(visit -> reminders.getOrDefault(visit.id(), Reminded.NONE))
                .mapToInt(which)
                .sum();
    }

    private static int count(List<CountedVisit> week, Predicate<CountedVisit> which) {
        return Math.toIntExact(week.stream().filter(which).count());
    }
}
