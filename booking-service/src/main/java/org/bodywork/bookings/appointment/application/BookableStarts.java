package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.DayNumbers.DayIsFull;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
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
        Instant now = clock.now();
        TimeSpan visit = new TimeSpan(start, start.plus(treatment.length()));
        return appointments
                .holding(Resource.therapist(listing.id()).keysDuring(visit))
                .filter(holder -> !holder.id().equals(moving))
                .collectList()
                .map(holders -> isBusy(holders, listing, visit, now) ? Cause.SLOT_TAKEN : Cause.NOT_AN_OPENING)
                .flatMap(cause -> refuse(cause, listing, treatment, start));
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
