package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.DayNumbers.DayIsFull;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.appointment.domain.Treated;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.bodywork.bookings.opening.domain.Claim;
import org.bodywork.bookings.opening.domain.ForClients;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Resource;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TimeSpan;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Starts as the rules see them, checked again by everything that takes time; who has the time is not asked here. */
public final class BookableStarts {

    private final Listings listings;
    private final Appointments appointments;
    private final FreshOpenings openings;
    private final BusinessClock clock;

    public BookableStarts(Listings listings, Appointments appointments, FreshOpenings openings, BusinessClock clock) {
        this.listings = listings;
        this.appointments = appointments;
        this.openings = openings;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal} or {@link NotOffered} when the rules do not allow it. */
    Mono<Slot> find(TherapistId therapist, TreatmentId treatment, Instant start, Asking asking) {
        return find(therapist, treatment, start, asking, null);
    }

    /** The same for a visit that moves, which is not in its own way. */
    Mono<Slot> find(
            TherapistId therapist,
            TreatmentId treatment,
            Instant start,
            Asking asking,
            @Nullable AppointmentId moving) {
        return listings.byId(therapist)
                .flatMap(listing -> find(listing, listing.treatment(treatment), start, asking, moving));
    }

    /** The same without looking for alternatives. */
    Mono<Slot> bookable(TherapistId therapist, TreatmentId treatment, Instant start, Asking asking) {
        return listings.byId(therapist)
                .flatMap(listing -> allowed(listing, listing.treatment(treatment), start, asking))
                .switchIfEmpty(Mono.error(() -> new Refusal.CannotBook(Cause.NOT_AN_OPENING, List.of())));
    }

    /**
     * The slots of everybody who comes together: with two at one place, and each as its own therapist's rules allow. The
     * second person is known by nothing but the name, so that no proof of the first one's is theirs.
     */
    Mono<List<Slot>> find(List<Treated> treated, Instant start, Asking asking, @Nullable AppointmentId moving) {
        Treated first = treated.getFirst();
        if (treated.size() == 1) {
            return find(first.therapist(), first.treatment(), start, asking, moving)
                    .map(List::of);
        }
        Treated second = treated.getLast();
        return Mono.zip(listings.byId(first.therapist()), listings.byId(second.therapist()))
                .flatMap(listed -> {
                    Two two = new Two(
                            listed.getT1(),
                            listed.getT1().treatment(first.treatment()),
                            listed.getT2(),
                            listed.getT2().treatment(second.treatment()));
                    return two.one().sharesAPlaceWith(two.other())
                            ? slots(two, start, asking, moving)
                            : Mono.error(new NotOffered.NotTogether());
                });
    }

    private Mono<List<Slot>> slots(Two two, Instant start, Asking asking, @Nullable AppointmentId moving) {
        Asking second = asking.returning() ? Asking.ANYBODY : asking;
        return Mono.zip(
                        allowed(two.one(), two.own(), start, asking),
                        allowed(two.other(), two.theirs(), start, second),
                        List::of)
                .filter(slots -> slots.getFirst().goesWith(slots.getLast(), BusyTimes.none()))
                .switchIfEmpty(Mono.defer(() -> noOpening(two, start, moving)));
    }

    /** Two people, each with what they want of whom. */
    private record Two(Listing one, Treatment own, Listing other, Treatment theirs) {

        static Two of(List<Slot> slots) {
            Slot first = slots.getFirst();
            Slot second = slots.getLast();
            return new Two(first.listing(), first.treatment(), second.listing(), second.treatment());
        }
    }

    /** Where slots cannot be taken, tells when they could be. */
    <T> Mono<T> orAlternatives(List<Slot> slots, Mono<T> taking, @Nullable AppointmentId moving) {
        if (slots.size() == 1) {
            return orAlternatives(slots.getFirst(), taking, moving);
        }
        Two two = Two.of(slots);
        Instant start = slots.getFirst().start().toInstant();
        return taking.onErrorResume(TimeTaken.class, _ -> refuse(Cause.SLOT_TAKEN, two, start))
                .onErrorResume(DayIsFull.class, _ -> noOpening(two, start, moving));
    }

    /** The same with these therapists, in the order of the visit's parts. */
    <T> Mono<T> taken(Visit visit, List<Listing> therapists) {
        Listing first = therapists.getFirst();
        if (!visit.isForTwo()) {
            return taken(visit, first);
        }
        Listing second = therapists.getLast();
        Two two = new Two(
                first,
                first.treatment(visit.part().treatment().id()),
                second,
                second.treatment(visit.parts().getLast().treatment().id()));
        return refuse(Cause.SLOT_TAKEN, two, visit.start());
    }

    private <T> Mono<T> noOpening(Two two, Instant start, @Nullable AppointmentId moving) {
        return Mono.zip(
                        causeOf(two.one(), two.own(), start, moving),
                        causeOf(two.other(), two.theirs(), start, moving),
                        (one, other) -> one == Cause.SLOT_TAKEN ? one : other)
                .flatMap(cause -> refuse(cause, two, start));
    }

    private <T> Mono<T> refuse(Cause cause, Two two, Instant start) {
        return openings.nearForBoth(
                        start,
                        openings.around(start, two.one(), two.own()),
                        openings.around(start, two.other(), two.theirs()))
                .flatMap(near -> Mono.error(
                        new Refusal.CannotBook(cause, two.one().id(), two.own().id(), near)));
    }

    /** Where a slot cannot be taken, tells what could be booked instead. */
    <T> Mono<T> orAlternatives(Slot slot, Mono<T> taking) {
        return orAlternatives(slot, taking, null);
    }

    <T> Mono<T> orAlternatives(Slot slot, Mono<T> taking, @Nullable AppointmentId moving) {
        Listing listing = slot.listing();
        Treatment treatment = slot.treatment();
        Instant start = slot.start().toInstant();
        return taking.onErrorResume(TimeTaken.class, _ -> refuse(Cause.SLOT_TAKEN, listing, treatment, start))
                .onErrorResume(DayIsFull.class, _ -> noOpening(listing, treatment, start, moving));
    }

    /** Tells what could be booked instead of a visit that cannot take place then. */
    <T> Mono<T> taken(Visit visit, Listing listing) {
        Treatment treatment = listing.treatment(visit.part().treatment().id());
        return refuse(Cause.SLOT_TAKEN, listing, treatment, visit.start());
    }

    private Mono<Slot> find(
            Listing listing, Treatment treatment, Instant start, Asking asking, @Nullable AppointmentId moving) {
        return allowed(listing, treatment, start, asking)
                .switchIfEmpty(Mono.defer(() -> noOpening(listing, treatment, start, moving)));
    }

    /** Empty where it is no start by the rules. */
    private Mono<Slot> allowed(Listing listing, Treatment treatment, Instant start, Asking asking) {
        Instant now = clock.now();
        if (!start.isAfter(now)) {
            return Mono.error(new Refusal.StartHasPassed());
        }
        if (treatment.clients() == ForClients.RETURNING && !asking.known()) {
            return Mono.error(new Refusal.ReturningOnly());
        }
        if (treatment.clients() == ForClients.NEW && asking.returning()) {
            return Mono.error(new Refusal.NewOnly());
        }
        return Mono.justOrEmpty(new OpeningCalendar(listing, now).bookableSlot(treatment, start, asking));
    }

    /** No start by the rules; where the therapist is busy then, that is what the client is told. */
    private <T> Mono<T> noOpening(Listing listing, Treatment treatment, Instant start, @Nullable AppointmentId moving) {
        return causeOf(listing, treatment, start, moving).flatMap(cause -> refuse(cause, listing, treatment, start));
    }

    private Mono<Cause> causeOf(Listing listing, Treatment treatment, Instant start, @Nullable AppointmentId moving) {
        Instant now = clock.now();
        TimeSpan visit = new TimeSpan(start, start.plus(treatment.length()));
        return appointments
                .holding(Resource.therapist(listing.id()).keysDuring(visit))
                .filter(holder -> !holder.id().equals(moving))
                .collectList()
                .map(holders -> isBusy(holders, listing, visit, now) ? Cause.SLOT_TAKEN : Cause.NOT_AN_OPENING);
    }

    private static boolean isBusy(List<Holder> holders, Listing listing, TimeSpan visit, Instant now) {
        List<Claim> claims =
                holders.stream().flatMap(holder -> holder.claims().stream()).toList();
        return !BusyTimes.of(claims, now).isFree(Resource.therapist(listing.id()), visit);
    }

    private <T> Mono<T> refuse(Cause cause, Listing listing, Treatment treatment, Instant start) {
        return openings.near(start, listing, treatment)
                .flatMap(near -> Mono.error(new Refusal.CannotBook(cause, listing.id(), treatment.id(), near)));
    }
}
