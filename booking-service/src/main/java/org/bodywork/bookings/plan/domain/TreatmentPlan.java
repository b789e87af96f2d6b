package org.bodywork.bookings.plan.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.client.domain.SealedText;
import org.bodywork.bookings.opening.domain.LocationId;
import org.bodywork.bookings.opening.domain.PracticeId;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.plan.domain.PlanEntry.Action;
import org.jspecify.annotations.Nullable;

/**
 * A series of visits with a goal, as one therapist and one client agree on it. It decides what may be done to it; each
 * decision is the plan as it is afterwards, or nothing when just that has been done.
 *
 * @param version rises with every change; a change demands the version it was decided on
 * @param sequence numbers what is published about the plan, from 1
 * @param location where the client was last, for {@code treatment}
 * @param client how to reach the client, as of the last visit
 * @param care opened with the client's key only
 * @param visits those that took place, in order, the one at which it was made first
 * @param toldOf the day of the last visit that the client was told is due
 * @param due when there is next something to do about it by itself
 */
public record TreatmentPlan(
        PlanId id,
        long version,
        long sequence,
        PlanStatus status,
        PracticeId practice,
        LocationId location,
        TherapistId therapist,
        TreatmentId treatment,
        ZoneId zone,
        ClientMarks marks,
        Client client,
        Consent consent,
        Terms terms,
        SealedText care,
        List<PlannedVisit> visits,
        @Nullable LocalDate toldOf,
        @Nullable Instant due,
        List<PlanEntry> audit) {

    /** A visit can be booked from so many days before it is due. */
    static final int DAYS_AHEAD = 3;

    /** When clients are told, at the place. */
    static final LocalTime TOLD_AT = LocalTime.of(10, 0);

    /** How long after its end the secret link still shows it. */
    static final Duration LINK_READS_FOR = Duration.ofDays(30);

    /** While the next visit is booked there is nothing to tell; it might be cancelled. */
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    public TreatmentPlan {
        visits = List.copyOf(visits);
        audit = List.copyOf(audit);
    }

    /** Made at that visit; the client is to agree. */
    public static TreatmentPlan make(Appointment at, Terms terms, SealedText care, Actor staff, Instant now) {
        Visit visit = at.state().visit();
        return new TreatmentPlan(
                PlanId.madeAt(at.id()),
                1,
                1,
                PlanStatus.PROPOSED,
                visit.practice(),
                visit.location(),
                visit.part().therapist(),
                visit.part().treatment().id(),
                visit.zone(),
                at.state().marks(),
                at.state().client(),
                at.state().consent(),
                terms,
                care,
                List.of(new PlannedVisit(at.id(), visit.start())),
                null,
                null,
                List.of(new PlanEntry(now, staff, Action.MADE)));
    }

    /** The therapist words it anew, and the client is asked again. */
    public TreatmentPlan change(Terms anew, SealedText sealed, Actor staff, Instant now) {
        requireOpen();
        Next next = new Next();
        next.status = PlanStatus.PROPOSED;
        next.sequence++;
        next.terms = anew;
        next.care = sealed;
        next.toldOf = null;
        next.due = null;
        return next.after(new PlanEntry(now, staff, Action.CHANGED));
    }

    /** The client says yes; nothing when that has been said already. */
    public Optional<TreatmentPlan> agree(Instant now) {
        requireOpen();
        if (status == PlanStatus.AGREED) {
            return Optional.empty();
        }
        Next next = new Next();
        next.status = PlanStatus.AGREED;
        next.due = dueAt(terms, visits, now);
        return Optional.of(next.after(new PlanEntry(now, Actor.CLIENT, Action.AGREED)));
    }

    /** How it goes on, as the therapist decides. */
    public TreatmentPlan decide(NextStep step, Terms anew, SealedText sealed, Actor staff, Instant now) {
        requireOpen();
        Next next = new Next();
        next.terms = anew;
        next.care = sealed;
        if (step == NextStep.FINISH) {
            next.status = PlanStatus.FINISHED;
            next.due = null;
        } else if (status == PlanStatus.AGREED) {
            next.due = dueAt(anew, visits, now);
        }
        return next.after(new PlanEntry(now, staff, Action.DECIDED));
    }

    /** The therapist ends it; nothing when it has ended. */
    public Optional<TreatmentPlan> end(Actor staff, Instant now) {
        if (!status.isOpen()) {
            return Optional.empty();
        }
        Next next = new Next();
        next.status = PlanStatus.ENDED;
        next.due = null;
        return Optional.of(next.after(new PlanEntry(now, staff, Action.ENDED)));
    }

    /** The client was there once more; nothing when that is known. */
    public Optional<TreatmentPlan> tookPlace(Appointment again, Instant now) {
        Visit visit = again.state().visit();
        boolean known = visits.stream().anyMatch(each -> each.id().equals(again.id()));
        if (!status.isOpen() || known) {
            return Optional.empty();
        }
        Next next = new Next();
        next.visits = Stream.concat(visits.stream(), Stream.of(new PlannedVisit(again.id(), visit.start())))
                .sorted(Comparator.comparing(PlannedVisit::start))
                .toList();
        next.last = again;
        next.due = status == PlanStatus.AGREED ? dueAt(terms, next.visits, now) : null;
        return Optional.of(next.after(null));
    }

    /** The client is told that the next visit can be booked, once for each. */
    public Optional<TreatmentPlan> tellNextDue() {
        LocalDate day = nextDay();
        if (day == null || day.equals(toldOf)) {
            return Optional.empty();
        }
        Next next = new Next();
        next.sequence++;
        next.toldOf = day;
        next.due = null;
        return Optional.of(next.after(null));
    }

    /** There is nothing to tell now; if the next visit is booked, there may be later. */
    public TreatmentPlan lookAgain(boolean nextIsBooked, Instant now) {
        Next next = new Next();
        next.due = nextIsBooked ? now.plus(LOOK_AGAIN) : null;
        return next.after(null);
    }

    /** The day at the place on which the next visit is due; null where none is. */
    public @Nullable LocalDate nextDay() {
        return status == PlanStatus.AGREED ? nextDay(terms, visits) : null;
    }

    /** Whether that day has passed. */
    public boolean isOverdue(Instant now) {
        return daysOverdue(now) > 0;
    }

    /** How many days ago that was at the place; 0 where it has not passed. */
    public int daysOverdue(Instant now) {
        LocalDate day = nextDay();
        return day == null
                ? 0
                : (int) Math.max(
                        0, ChronoUnit.DAYS.between(day, now.atZone(zone).toLocalDate()));
    }

    public boolean linkStillReads(Instant now) {
        return status.isOpen() || now.isBefore(lastStep().at().plus(LINK_READS_FOR));
    }

    public PlannedVisit lastVisit() {
        return visits.getLast();
    }

    /** The last thing that was done with it, reading left aside. */
    public PlanEntry lastStep() {
        return audit.reversed().stream()
                .filter(entry -> entry.action() != Action.READ)
                .findFirst()
                .orElseGet(audit::getFirst);
    }

    private void requireOpen() {
        if (!status.isOpen()) {
            throw new PlanRefusal.NotOpen(status);
        }
    }

    private @Nullable LocalDate nextDay(Terms agreed, List<PlannedVisit> there) {
        return there.size() >= agreed.visits()
                ? null
                : agreed.every().after(there.getLast().start().atZone(zone).toLocalDate());
    }

    private @Nullable Instant dueAt(Terms agreed, List<PlannedVisit> there, Instant now) {
        LocalDate day = nextDay(agreed, there);
        if (day == null || day.equals(toldOf)) {
            return null;
        }
        int ahead = Math.min(DAYS_AHEAD, agreed.every().days() - 1);
        Instant tell = day.minusDays(ahead).atTime(TOLD_AT).atZone(zone).toInstant();
        return tell.isBefore(now) ? now : tell;
    }

    /** What a decision makes of the plan. */
    private final class Next {

        private PlanStatus status = TreatmentPlan.this.status;
        private long sequence = TreatmentPlan.this.sequence;
        private Terms terms = TreatmentPlan.this.terms;
        private SealedText care = TreatmentPlan.this.care;
        private List<PlannedVisit> visits = TreatmentPlan.this.visits;
        private @Nullable LocalDate toldOf = TreatmentPlan.this.toldOf;
        private @Nullable Instant due = TreatmentPlan.this.due;
        private @Nullable Appointment last;

        TreatmentPlan after(@Nullable PlanEntry entry) {
            Appointment there = last;
            return new TreatmentPlan(
                    id,
                    version + 1,
                    sequence,
                    status,
                    practice,
                    there == null ? location : there.state().visit().location(),
                    therapist,
                    there == null
                            ? treatment
                            : there.state().visit().part().treatment().id(),
                    zone,
                    marks,
                    there == null ? client : there.state().client(),
                    there == null ? consent : there.state().consent(),
                    terms,
                    care,
                    visits,
                    toldOf,
                    due,
                    entry == null
                            ? audit
                            : Stream.concat(audit.stream(), Stream.of(entry)).toList());
        }
    }
}
