package org.bodywork.bookings.series.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.jspecify.annotations.Nullable;

/**
 * A series on its way from a wish to visits. It names the step it stands at; every step is made of single writes that
 * may be repeated, so whoever finds it there can go on.
 *
 * @param version rises with every change; a change demands the version it was decided on
 * @param expiresAt until when its times are kept
 * @param changedAt when it came to this step, in business time
 * @param booker who books it; gone once it is booked, when the visits know
 * @param clientRef stands for the client, from then on
 * @param asked the keyed hash of what was last asked for, by which a repetition is told from something else
 * @param change what is done, or was last done, to its visits
 */
public record Series(
        SeriesId id,
        long version,
        Step step,
        SeriesWish wish,
        ZoneId zone,
        Instant expiresAt,
        Instant changedAt,
        List<SeriesDate> dates,
        @Nullable Booker booker,
        @Nullable String clientRef,
        @Nullable String asked,
        @Nullable SeriesChange change) {

    /** How long the times of a series are kept. */
    public static final Duration HELD_FOR = Duration.ofMinutes(15);

    /** How long whoever is at work on it is left alone. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long it is told that it has expired. */
    private static final Duration TOLD_FOR = Duration.ofDays(1);

    /** A little longer than the links of its visits read. */
    private static final Duration KEPT_AFTER = Duration.ofDays(32);

    /** Where it stands. */
    public enum Step {
        /** Its times are being found. */
        HOLDING,
        /** They are kept until they are booked, or until it expires. */
        HELD,
        BOOKING,
        BOOKED,
        /** Visits are being moved or cancelled. */
        CHANGING,
        /** It was not booked in time. */
        EXPIRED
    }

    public Series {
        dates = List.copyOf(dates);
    }

    public static Series begin(SeriesId id, SeriesWish wish, ZoneId zone, Instant now) {
        return new Series(id, 1, Step.HOLDING, wish, zone, now.plus(HELD_FOR), now, List.of(), null, null, null, null);
    }

    /** What its times are kept for. */
    public HeldFor purpose() {
        return new HeldFor(HeldFor.Kind.SERIES, id.toString());
    }

    /** What alternatives to its times are kept for. */
    public HeldFor alternatives() {
        return new HeldFor(HeldFor.Kind.ALTERNATIVE, id.toString());
    }

    public Series held(List<SeriesDate> found, Instant now) {
        return next(Step.HELD, found, null, null, null, null, now);
    }

    public boolean isBookableAt(Instant now) {
        return step == Step.HELD && now.isBefore(expiresAt);
    }

    /** Those times, each of which must be kept for it; one for a date at most. */
    public Series booking(Set<AppointmentId> times, Booker by, String body, Instant now) {
        List<SeriesDate> choosing = dates.stream()
                .map(date -> date.choosing(date.times()
                        .filter(time -> times.contains(time.hold()))
                        .findFirst()
                        .orElse(null)))
                .toList();
        return next(Step.BOOKING, choosing, by, by.ref(), body, null, now);
    }

    /** Nothing was booked, and its times are as they were. */
    public Series heldAgain(Instant now) {
        return next(Step.HELD, dates.stream().map(date -> date.choosing(null)).toList(), null, null, null, null, now);
    }

    public Series booked(List<SeriesDate> became, Instant now) {
        return next(Step.BOOKED, became, null, clientRef, asked, null, now);
    }

    public Series expired(Instant now) {
        return next(Step.EXPIRED, List.of(), null, null, null, null, now);
    }

    public Series changing(SeriesChange wanted, Instant now) {
        return next(Step.CHANGING, dates, null, clientRef, asked, wanted, now);
    }

    public Series changed(SeriesChange came, Instant now) {
        return next(Step.BOOKED, dates, null, clientRef, asked, came, now);
    }

    /** Still of use to its client. */
    public Series kept(Instant now) {
        return next(Step.BOOKED, dates, null, clientRef, asked, change, now);
    }

    /** When there is next something to do about it by itself. */
    public Instant due() {
        return switch (step) {
            case HOLDING, HELD -> expiresAt;
            case BOOKING, CHANGING -> changedAt.plus(PATIENCE);
            case EXPIRED -> changedAt.plus(TOLD_FOR);
            case BOOKED -> lastChosen().plus(KEPT_AFTER);
        };
    }

    private Instant lastChosen() {
        return dates.stream()
                .flatMap(date -> Optional.ofNullable(date.chosen()).stream())
                .map(Time::start)
                .filter(changedAt::isBefore)
                .max(Instant::compareTo)
                .orElse(changedAt);
    }

    private Series next(
            Step to,
            List<SeriesDate> then,
            @Nullable Booker by,
            @Nullable String ref,
            @Nullable String body,
            @Nullable SeriesChange what,
            Instant now) {
        return new Series(id, version + 1, to, wish, zone, expiresAt, now, then, by, ref, body, what);
    }

    /** All times kept for it, by the id they are kept under. */
    public Map<AppointmentId, Time> times() {
        return dates.stream().flatMap(SeriesDate::times).collect(Collectors.toMap(Time::hold, Function.identity()));
    }

    /** Those that are chosen, in order of time. */
    public List<SeriesDate> chosen() {
        return dates.stream()
                .filter(date -> date.chosen() != null)
                .sorted(Comparator.comparing(
                        date -> Objects.requireNonNull(date.chosen()).start()))
                .toList();
    }

    public Optional<SeriesDate> date(int number) {
        return dates.stream().filter(date -> date.number() == number).findFirst();
    }

    /** The visits it has become. */
    public List<AppointmentId> visits() {
        return dates.stream()
                .flatMap(date -> Optional.ofNullable(date.visit()).stream())
                .toList();
    }

    /** The times that fit. */
    public Set<AppointmentId> fitting() {
        return dates.stream()
                .flatMap(date -> Optional.ofNullable(date.held()).stream())
                .map(Time::hold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether these are times kept for it, no two for one date. */
    public boolean offers(Collection<AppointmentId> wanted) {
        return times().keySet().containsAll(wanted)
                && dates.stream()
                        .allMatch(date -> date.times()
                                        .filter(time -> wanted.contains(time.hold()))
                                        .count()
                                <= 1);
    }
}
