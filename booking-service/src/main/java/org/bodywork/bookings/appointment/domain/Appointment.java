package org.bodywork.bookings.appointment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * A visit from the moment somebody asks for it. It decides what may be done to it; each decision is a {@link Change} to
 * be stored, or nothing when the same actor has already done just that.
 */
public final class Appointment implements Holder {

    /** How long after a visit its secret link still shows it. */
    static final Duration LINK_READS_FOR = Duration.ofDays(30);

    /** The audit trail is never cut, so what can be repeated at will ends somewhere. */
    static final int MOST_INTAKES = 20;

    static final int MOST_LINKS = 20;

    private final AppointmentState state;

    private Appointment(AppointmentState state) {
        this.state = state;
    }

    public static Appointment of(AppointmentState state) {
        return new Appointment(state);
    }

    /**
     * Confirmed at once where staff book, or the therapist takes instant bookings and need not read the client's answers
     * first; otherwise a request that waits for an answer.
     */
    public static Appointment book(AppointmentId id, Booking booking, Instant now) {
        BookingRules rules = booking.rules();
        Origin origin = booking.origin();
        Status status = booking.isConfirmedAtOnce() ? Status.CONFIRMED : Status.REQUESTED;
        Instant until = booking.isConfirmedAtOnce()
                ? null
                : earlier(now.plus(rules.requestWait()), booking.visit().start());
        return new Appointment(new AppointmentState(
                id,
                1,
                1,
                status,
                booking.visit().of(booking.client().name()).with(booking.companion()),
                booking.client(),
                booking.marks(),
                booking.consent(),
                booking.note(),
                booking.intake(),
                new CancellationTerms(rules.cancellationCutoff(), rules.feeText()),
                until,
                null,
                until == null ? null : AppointmentState.halfWay(now, until),
                null,
                null,
                booking.intakeNeeded(),
                booking.reviewNeeded(),
                false,
                1,
                null,
                booking.series(),
                booking.companion(),
                booking.numbers(),
                null,
                List.of(new AuditEntry(
                        now,
                        origin.by(),
                        Action.BOOKED,
                        origin.reason(),
                        null,
                        status,
                        booking.visit().start(),
                        booking.visit().roomName(),
                        origin.waived()))));
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

    /**
     * The keys of the time it takes at present, none once it has ended, of the time it is asked to move to, and its
     * numbers of limits.
     */
    @Override
    public Set<String> occupied() {
        return claims().stream().flatMap(claim -> claim.keys().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Claim> claims() {
        Stream<String> time = status().takesTime() ? state.visit().keys(state.people()).stream() : Stream.of();
        Set<String> own = Stream.concat(time, state.numbers().stream()).collect(Collectors.toUnmodifiableSet());
        Claim claim = new Claim(own, state.requestedUntil());
        Wanted wanted = state.wanted();
        return wanted == null ? List.of(claim) : List.of(claim, new Claim(moreOf(wanted, own), wanted.expiresAt()));
    }

    @Override
    public TimeSpan span() {
        return new TimeSpan(state.visit().start(), state.visit().end());
    }

    @Override
    public List<Visit> work(Instant now) {
        Wanted wanted = state.wanted();
        Stream<Visit> asked =
                wanted != null && wanted.expiresAt().isAfter(now) ? Stream.of(wanted.visit()) : Stream.of();
        Status present = statusAt(now);
        boolean counts = present.takesTime() || present == Status.COMPLETED;
        return Stream.concat(counts ? Stream.of(state.visit()) : Stream.of(), asked)
                .toList();
    }

    @Override
    public boolean isOverdue(Instant now) {
        return expire(now).isPresent();
    }

    /** The visit, and what it is asked to become. */
    public List<Visit> visits() {
        Wanted wanted = state.wanted();
        return wanted == null ? List.of(state.visit()) : List.of(state.visit(), wanted.visit());
    }

    /**
     * As it is for that therapist to see: where the second person of a visit for two is theirs, that one's health data
     * stands where the client's would, and nothing of the client's is left but the name.
     */
    public Appointment seenBy(TherapistId therapist) {
        Visit visit = state.visit();
        return !visit.part().therapist().equals(therapist) && visit.therapists().contains(therapist)
                ? seenByCompanion()
                : this;
    }

    /** The same for the second person of a visit for two. */
    public Appointment seenByCompanion() {
        Companion companion = state.companion();
        return companion == null || isSeenByCompanion() ? this : new Appointment(state.turned(companion));
    }

    public boolean isSeenByCompanion() {
        Companion companion = state.companion();
        return companion != null && companion.turned();
    }

    /** The therapist says yes: to a request, or to the time that the client wants instead. */
    public Optional<Change> accept(Actor staff, Instant now) {
        return accept(staff, state.visit().therapists(), now);
    }

    /**
     * The same of a visit for two, which is agreed on when both therapists have said yes.
     *
     * @param whose the therapists for whom the staff answer
     */
    public Optional<Change> accept(Actor staff, Set<TherapistId> whose, Instant now) {
        Companion companion = state.companion();
        return companion == null ? acceptWhole(staff, now) : new Together(this, companion).accept(staff, whose, now);
    }

    Optional<Change> acceptWhole(Actor staff, Instant now) {
        if (isDone(Action.ACCEPTED, Status.CONFIRMED, staff) || isDone(Action.MOVED, Status.CONFIRMED, staff)) {
            return Optional.empty();
        }
        Wanted wanted = wantedBy(Actor.Kind.CLIENT, now);
        if (wanted != null) {
            return Optional.of(moved(wanted.visit(), new Origin(staff, null, Set.of()), now));
        }
        requireStatus(Status.REQUESTED, now);
        AuditEntry entry = entry(Action.ACCEPTED, Status.CONFIRMED, staff, null, state.visit(), now);
        return Optional.of(to(state.next().reviewed(), entry));
    }

    /** The therapist says no: to a request, which ends it, or to the time that the client wants instead. */
    public Optional<Change> decline(Actor staff, @Nullable String reason, Instant now) {
        if (isDone(Action.DECLINED, Status.DECLINED, staff) || isDone(Action.MOVE_REFUSED, Status.CONFIRMED, staff)) {
            return Optional.empty();
        }
        if (wantedBy(Actor.Kind.CLIENT, now) != null) {
            return Optional.of(change(Action.MOVE_REFUSED, Status.CONFIRMED, staff, reason, now));
        }
        requireStatus(Status.REQUESTED, now);
        return Optional.of(change(Action.DECLINED, Status.DECLINED, staff, reason, now));
    }

    /** Whether the client has asked for something that the therapist has not answered. */
    public boolean awaitsTherapist() {
        Wanted wanted = state.wanted();
        return status() == Status.REQUESTED || (wanted != null && wanted.by() == Actor.Kind.CLIENT);
    }

    /** The same, while there is time to answer. */
    public boolean awaitsTherapistAt(Instant now) {
        return statusAt(now) == Status.REQUESTED || wantedBy(Actor.Kind.CLIENT, now) != null;
    }

    /** When what the client asks for ends by itself; null where nothing awaits the therapist. */
    public @Nullable Instant answerDueBy() {
        Wanted wanted = state.wanted();
        if (wanted != null && wanted.by() == Actor.Kind.CLIENT) {
            return wanted.expiresAt();
        }
        return status() == Status.REQUESTED ? state.requestedUntil() : null;
    }

    /** Whether the very last change is what the client asks for. */
    public boolean hasJustAsked() {
        return awaitsTherapist() && state.lastEntry().action().isStep();
    }

    /** The same, which these staff accounts may answer by link. */
    public Appointment asking(List<String> accounts) {
        return new Appointment(state.asking(accounts));
    }

    public void requireStatus(Status needed, Instant now) {
        if (statusAt(now) != needed) {
            throw new Refusal.StateForbids(statusAt(now));
        }
    }

    /** Staff may cancel a confirmed visit until it is over, also when the client has come. */
    public Optional<Change> cancelByStaff(Actor staff, @Nullable String reason, Instant now) {
        if (isDone(Action.CANCELLED, Status.CANCELLED_BY_THERAPIST, staff)) {
            return Optional.empty();
        }
        if (!status().isAgreed() || !now.isBefore(state.visit().end())) {
            throw new Refusal.StateForbids(status());
        }
        return Optional.of(change(Action.CANCELLED, Status.CANCELLED_BY_THERAPIST, staff, reason, now));
    }

    /** A client may always cancel before the start; inside the cut-off it is marked late. */
    public Optional<Change> cancelByClient(Instant now) {
        if (isDone(Action.CANCELLED, Status.CANCELLED_BY_CLIENT, Actor.CLIENT)) {
            return Optional.empty();
        }
        if (!clientMayCancel(now)) {
            throw new Refusal.StateForbids(statusAt(now));
        }
        AuditEntry entry = entry(Action.CANCELLED, Status.CANCELLED_BY_CLIENT, Actor.CLIENT, null, state.visit(), now);
        return Optional.of(to(state.next().late(isLateAt(now)), entry));
    }

    public boolean clientMayCancel(Instant now) {
        return !isSeenByCompanion()
                && statusAt(now).takesTime()
                && now.isBefore(state.visit().start());
    }

    public boolean isLateAt(Instant now) {
        return state.terms().isLate(status(), state.visit().start(), now);
    }

    /**
     * The client has answered the form, or answers it anew, until the visit ends. What is agreed stays agreed: the
     * therapist is told to read the answers where they need it.
     */
    public Change answerIntake(Intake intake, boolean toBeReviewed, Instant now) {
        return answerIntake(intake, toBeReviewed, false, now);
    }

    /** The same for either person of a visit for two. */
    public Change answerIntake(Intake intake, boolean toBeReviewed, boolean ofCompanion, Instant now) {
        if (!statusAt(now).takesTime() || !now.isBefore(state.visit().end())) {
            throw new Refusal.StateForbids(statusAt(now));
        }
        if (given(Action.INTAKE_GIVEN) >= MOST_INTAKES) {
            throw Refusal.TooMany.until(null, now);
        }
        return noted(
                state.same().answered(intake, toBeReviewed, ofCompanion), Action.INTAKE_GIVEN, Actor.CLIENT, null, now);
    }

    /** From now on its secret link is another one, which the client is sent. */
    public Change revokeLink(Actor staff, @Nullable String reason, Instant now) {
        if (given(Action.LINK_REVOKED) >= MOST_LINKS) {
            throw Refusal.TooMany.until(null, now);
        }
        return noted(state.same().underAnotherLink(), Action.LINK_REVOKED, staff, reason, now);
    }

    long given(Action action) {
        return state.audit().stream().filter(entry -> entry.action() == action).count();
    }

    /** Notes something beside the life of the visit, which goes on as it was. */
    private Change noted(AppointmentState.Next next, Action action, Actor by, @Nullable String reason, Instant now) {
        return to(next, entry(action, status(), by, reason, state.visit(), now));
    }

    /** Ends what nobody answered in time: a request, a proposal, or only the wish to move; nothing when none is. */
    public Optional<Change> expire(Instant now) {
        if (isExpired(now)) {
            return Optional.of(change(Action.EXPIRED, Status.EXPIRED, Actor.SYSTEM, null, now));
        }
        Wanted wanted = state.wanted();
        return wanted == null || wanted.expiresAt().isAfter(now)
                ? Optional.empty()
                : Optional.of(change(Action.MOVE_REFUSED, status(), Actor.SYSTEM, null, now));
    }

    /** The therapist, who has not answered yet, is reminded once; nothing when nobody waits or it is not time. */
    public Optional<Change> remind(Instant now) {
        Instant at = state.remindAt();
        return at == null || at.isAfter(now) || isOverdue(now)
                ? Optional.empty()
                : Optional.of(to(
                        state.same().reminded(),
                        entry(Action.REMINDED, status(), Actor.SYSTEM, null, state.visit(), now)));
    }

    public boolean linkStillReads(Instant now) {
        return now.isBefore(state.visit().end().plus(LINK_READS_FOR));
    }

    /** What the status is in truth, even before what has expired has been cleared away. */
    public Status statusAt(Instant now) {
        return isExpired(now) ? Status.EXPIRED : status();
    }

    private boolean isExpired(Instant now) {
        Instant until = state.requestedUntil();
        return status().isOpen() && until != null && !until.isAfter(now);
    }

    @Nullable Wanted wantedBy(Actor.Kind side, Instant now) {
        Wanted wanted = state.wanted();
        return wanted != null && wanted.by() == side && wanted.expiresAt().isAfter(now) ? wanted : null;
    }

    private Set<String> moreOf(Wanted wanted, Set<String> own) {
        return wanted.visit().keys(state.people()).stream()
                .filter(key -> !own.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isDone(Action action, Status to, Actor actor) {
        AuditEntry last = state.lastStep();
        return status() == to && last.action() == action && last.by().equals(actor);
    }

    Change moved(Visit there, Origin origin, Instant now) {
        AuditEntry entry = new AuditEntry(
                now,
                origin.by(),
                Action.MOVED,
                origin.reason(),
                status(),
                Status.CONFIRMED,
                there.start(),
                there.roomName(),
                origin.waived());
        return to(state.next().takingPlace(there).agreedByAll(), entry);
    }

    Change change(Action action, Status to, Actor actor, @Nullable String reason, Instant now) {
        return to(state.next(), entry(action, to, actor, reason, state.visit(), now));
    }

    AuditEntry entry(Action action, Status to, Actor actor, @Nullable String reason, Visit then, Instant now) {
        return new AuditEntry(now, actor, action, reason, status(), to, then.start(), then.roomName(), Set.of());
    }

    Change to(AppointmentState.Next next, AuditEntry entry) {
        if (isSeenByCompanion()) {
            throw new IllegalStateException("nothing is decided on a visit as the companion sees it");
        }
        return new Change(this, new Appointment(next.after(entry)));
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
