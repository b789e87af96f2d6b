package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A visit from the moment somebody asks for it. It decides what may be done to it; each decision is a {@link Change} to
 * be stored, or nothing when the same actor has already done just that.
 */
public final class Appointment implements Holder {

    /** How long after a visit its secret link still shows it. */
    static final Duration LINK_READS_FOR = Duration.ofDays(30);

    private final AppointmentState state;

    private Appointment(AppointmentState state) {
        this.state = state;
    }

    public static Appointment of(AppointmentState state) {
        return new Appointment(state);
    }

    /** Confirmed at once where the therapist takes instant bookings, otherwise a request that waits for an answer. */
    public static Appointment book(AppointmentId id, Booking booking, Instant now) {
        BookingRules rules = booking.rules();
        Status status = rules.instant() ? Status.CONFIRMED : Status.REQUESTED;
        return new Appointment(new AppointmentState(
                id,
                1,
                1,
                status,
                booking.visit().of(booking.client().name()),
                booking.client(),
                booking.marks(),
                booking.consent(),
                booking.note(),
                new CancellationTerms(rules.cancellationCutoff(), rules.feeText()),
                rules.instant()
                        ? null
                        : earlier(now.plus(rules.requestWait()), booking.visit().start()),
                true,
                false,
                false,
                1,
                null,
                booking.numbers(),
                List.of(new AuditEntry(now, Actor.CLIENT, Action.BOOKED, null, null, status))));
    }

    public AppointmentState state() {
        return state;
    }

    @Override
    public AppointmentId id() {
        return state.id();
    }

    public Status status() {
        return state.status();
    }

    /** The keys of the time it takes at present, none once it has ended, and its numbers of limits. */
    public Set<String> occupied() {
        Stream<String> time = status().takesTime() ? state.visit().keys(state.marks()).stream() : Stream.of();
        return Stream.concat(time, state.numbers().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Claim claim() {
        return new Claim(occupied(), state.requestedUntil());
    }

    public Optional<Change> accept(Actor staff, Instant now) {
        return answerRequest(Action.ACCEPTED, Status.CONFIRMED, staff, null, now);
    }

    public Optional<Change> decline(Actor staff, @Nullable String reason, Instant now) {
        return answerRequest(Action.DECLINED, Status.DECLINED, staff, reason, now);
    }

    /** The client has come, on the local day of the visit at the earliest. */
    public Optional<Change> checkIn(Actor staff, Instant now) {
        if (isDone(Action.CHECKED_IN, Status.CHECKED_IN, staff)) {
            return Optional.empty();
        }
        requireStatus(Status.CONFIRMED, now);
        requireNotBefore(state.visit().startOfDay(), now);
        return Optional.of(change(Action.CHECKED_IN, Status.CHECKED_IN, staff, null, now, false));
    }

    /** The visit took place. What is left of its time is free from now on. */
    public Optional<Change> complete(Actor staff, VisitOutcome outcome, Instant now) {
        if (isDone(Action.COMPLETED, Status.COMPLETED, staff)) {
            return Optional.empty();
        }
        requireStatus(Status.CHECKED_IN, now);
        requireNotBefore(state.visit().zonedStart(), now);
        AuditEntry entry = new AuditEntry(now, staff, Action.COMPLETED, null, status(), Status.COMPLETED);
        return Optional.of(new Change(this, new Appointment(state.after(entry, false, outcome))));
    }

    /** Nobody came. */
    public Optional<Change> markNoShow(Actor staff, Instant now) {
        if (isDone(Action.MARKED_NO_SHOW, Status.NO_SHOW, staff)) {
            return Optional.empty();
        }
        requireStatus(Status.CONFIRMED, now);
        requireNotBefore(state.visit().zonedStart(), now);
        return Optional.of(change(Action.MARKED_NO_SHOW, Status.NO_SHOW, staff, null, now, false));
    }

    /** Staff may cancel a confirmed visit until it is over, also when the client has come. */
    public Optional<Change> cancelByStaff(Actor staff, @Nullable String reason, Instant now) {
        if (isDone(Action.CANCELLED, Status.CANCELLED_BY_THERAPIST, staff)) {
            return Optional.empty();
        }
        if (!status().isAgreed() || !now.isBefore(state.visit().end())) {
            throw new Refusal.StateForbids(status());
        }
        return Optional.of(change(Action.CANCELLED, Status.CANCELLED_BY_THERAPIST, staff, reason, now, false));
    }

    /** A client may always cancel before the start; inside the cut-off it is marked late. */
    public Optional<Change> cancelByClient(Instant now) {
        if (isDone(Action.CANCELLED, Status.CANCELLED_BY_CLIENT, Actor.CLIENT)) {
            return Optional.empty();
        }
        if (!clientMayCancel(now)) {
            throw new Refusal.StateForbids(statusAt(now));
        }
        return Optional.of(
                change(Action.CANCELLED, Status.CANCELLED_BY_CLIENT, Actor.CLIENT, null, now, isLateAt(now)));
    }

    public boolean clientMayCancel(Instant now) {
        return statusAt(now).takesTime() && now.isBefore(state.visit().start());
    }

    public boolean isLateAt(Instant now) {
        return state.terms().isLate(status(), state.visit().start(), now);
    }

    /** Ends a request that nobody answered in time; nothing when it is none or still has time. */
    public Optional<Change> expire(Instant now) {
        if (!isExpiredRequest(now)) {
            return Optional.empty();
        }
        return Optional.of(change(Action.EXPIRED, Status.EXPIRED, Actor.SYSTEM, null, now, false));
    }

    public boolean linkStillReads(Instant now) {
        return now.isBefore(state.visit().end().plus(LINK_READS_FOR));
    }

    /** What the status is in truth, even before an expired request has been cleared away. */
    public Status statusAt(Instant now) {
        return isExpiredRequest(now) ? Status.EXPIRED : status();
    }

    private boolean isExpiredRequest(Instant now) {
        return status() == Status.REQUESTED && !claim().standsAt(now);
    }

    private Optional<Change> answerRequest(
            Action action, Status to, Actor staff, @Nullable String reason, Instant now) {
        if (isDone(action, to, staff)) {
            return Optional.empty();
        }
        requireStatus(Status.REQUESTED, now);
        return Optional.of(change(action, to, staff, reason, now, false));
    }

    private void requireStatus(Status needed, Instant now) {
        if (statusAt(now) != needed) {
            throw new Refusal.StateForbids(statusAt(now));
        }
    }

    private void requireNotBefore(ZonedDateTime earliest, Instant now) {
        if (now.isBefore(earliest.toInstant())) {
            throw new Refusal.TooEarly(status(), earliest);
        }
    }

    private boolean isDone(Action action, Status to, Actor actor) {
        AuditEntry last = state.lastEntry();
        return status() == to && last.action() == action && last.by().equals(actor);
    }

    private Change change(Action action, Status to, Actor actor, @Nullable String reason, Instant now, boolean late) {
        AuditEntry entry = new AuditEntry(now, actor, action, reason, status(), to);
        return new Change(this, new Appointment(state.after(entry, late, state.outcome())));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
