package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.jspecify.annotations.Nullable;

/**
 * Time kept for whoever chose it, while they fill in the rest. Its random id is the right to use it; booking turns its
 * document into the appointment, in one write.
 *
 * @param open whether it still takes time; an ended hold is kept only until its end has been told
 * @param renewed whether it has been given its second ten minutes
 * @param numbers its numbers of the limits on holds
 * @param changedAt when it was last changed, in business time
 * @param heldFor what it is kept for; null for a visitor who is just booking it
 */
public record Hold(
        AppointmentId id,
        long version,
        boolean open,
        boolean renewed,
        Visit visit,
        Set<String> numbers,
        Instant expiresAt,
        Instant changedAt,
        @Nullable HeldFor heldFor)
        implements Holder {

    public static final Duration LASTS = Duration.ofMinutes(10);

    public Hold {
        numbers = Set.copyOf(numbers);
    }

    public static Hold of(AppointmentId id, Visit visit, Set<String> numbers, Instant now) {
        return new Hold(id, 1, true, false, visit, numbers, now.plus(LASTS), now, null);
    }

    /** One that lasts as long as it is needed, and no longer. */
    public static Hold keptFor(
            HeldFor purpose, AppointmentId id, Visit visit, Set<String> numbers, Instant until, Instant now) {
        return new Hold(id, 1, true, false, visit, numbers, until, now, purpose);
    }

    /** Whether its id is the right to use it. */
    public boolean isVisitors() {
        return heldFor == null;
    }

    public boolean standsAt(Instant now) {
        return open && expiresAt.isAfter(now);
    }

    @Override
    public Set<String> occupied() {
        return open
                ? Stream.concat(visit.keys(List.of()).stream(), numbers.stream())
                        .collect(Collectors.toUnmodifiableSet())
                : numbers;
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(visit.start(), visit.end());
    }

    @Override
    public List<Visit> work(Instant now) {
        return standsAt(now) ? List.of(visit) : List.of();
    }

    @Override
    public boolean isOverdue(Instant now) {
        return expire(now).isPresent();
    }

    @Override
    public List<Claim> claims() {
        return List.of(new Claim(occupied(), expiresAt));
    }

    /**
     * Ten minutes from now, once.
     *
     * @throws Refusal.HoldNotRenewable when it has been renewed before, has ended, or is kept for a purpose
     */
    public Change renew(Instant now) {
        if (!isVisitors() || renewed || !standsAt(now)) {
            throw new Refusal.HoldNotRenewable();
        }
        return new Change(this, new Hold(id, version + 1, true, true, visit, numbers, now.plus(LASTS), now, null));
    }

    /** Gives the time back; nothing when that has been done. */
    public Optional<Change> release(Instant now) {
        return open
                ? Optional.of(new Change(
                        this, new Hold(id, version + 1, false, renewed, visit, keptNumbers(), expiresAt, now, heldFor)))
                : Optional.empty();
    }

    /** Those of the day stay, whatever becomes of the hold. */
    public Set<String> keptNumbers() {
        return numbers.stream().filter(Limit::isKept).collect(Collectors.toUnmodifiableSet());
    }

    /** Gives the time back when its minutes are over; nothing before. */
    public Optional<Change> expire(Instant now) {
        return standsAt(now) ? Optional.empty() : release(now);
    }

    /** Whether it was made for just this. */
    public boolean isFor(List<Treated> treated, Instant start) {
        return visit.parts().stream().map(Treated::of).toList().equals(treated)
                && visit.start().equals(start);
    }

    /** The same of one person. */
    public boolean isFor(TherapistId therapist, TreatmentId treatment, Instant start) {
        return isFor(List.of(new Treated(therapist, treatment)), start);
    }

    /** A decision ready to be stored: it holds only if the hold still is what it was decided on. */
    public record Change(Hold before, Hold after) {}
}
