package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Booking;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Refusal.CannotBook.Cause;
import org.bodywork.bookings.opening.application.FreshOpenings;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.OpeningCalendar;
import org.bodywork.bookings.opening.domain.Room;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.Treatment;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Books a start that the rules allow, in one write that also takes the time.
 *
 * <p>The same request may come again at any moment, even while its twin is under way, so before anything is refused it
 * is looked for what an earlier one with its key has led to.
 */
public final class BookAppointment {

    /** The version of the consent text on the booking page and in the API's documentation. */
    private static final String CONSENT_WORDING = "2026-1";

    /** Each try after the first has found expired claims in the way and ended them. */
    private static final int MOST_TRIES = 3;

    private static final Logger log = LoggerFactory.getLogger(BookAppointment.class);

    private final Listings listings;
    private final Appointments appointments;
    private final WayClearing clearing;
    private final FreshOpenings openings;
    private final Recognition recognition;
    private final BusinessClock clock;

    public BookAppointment(
            Listings listings,
            Appointments appointments,
            WayClearing clearing,
            FreshOpenings openings,
            Recognition recognition,
            BusinessClock clock) {
        this.listings = listings;
        this.appointments = appointments;
        this.clearing = clearing;
        this.openings = openings;
        this.recognition = recognition;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal} or {@link NotOffered}; nothing is stored then. */
    public Mono<Booked> book(BookingRequest request, Fingerprint fingerprint) {
        return listings.byId(request.therapist())
                .flatMap(listing -> book(listing, request, fingerprint))
                .onErrorResume(BookAppointment::isRefusal, refusal -> replayOr(refusal, fingerprint));
    }

    private Mono<Booked> book(Listing listing, BookingRequest request, Fingerprint fingerprint) {
        Instant now = now();
        if (!request.start().isAfter(now)) {
            return Mono.error(new Refusal.StartHasPassed());
        }
        Treatment treatment = listing.treatment(request.treatment());
        return Mono.justOrEmpty(new OpeningCalendar(listing, now).bookableSlot(treatment, request.start()))
                .switchIfEmpty(Mono.defer(() -> refuse(listing, treatment, request.start())))
                .flatMap(slot -> take(new Attempt(slot, request, fingerprint), preferredRoom(slot), tries(slot)));
    }

    private Mono<Booked> take(Attempt attempt, @Nullable Room room, int triesLeft) {
        return appointments
                .add(appointment(attempt, room), attempt.fingerprint())
                .doOnNext(BookAppointment::log)
                .map(booked -> new Booked(booked, false))
                .onErrorResume(TimeTaken.class, taken -> takeAgain(attempt, triesLeft - 1));
    }

    /** Either a twin of this request was first, or somebody else holds some of the time, perhaps only until now. */
    private Mono<Booked> takeAgain(Attempt attempt, int triesLeft) {
        return replay(attempt.fingerprint())
                .switchIfEmpty(Mono.defer(() -> clearing.clear(attempt.slot(), attempt.marks(recognition))
                        .filter(_ -> triesLeft > 0)
                        .switchIfEmpty(Mono.defer(() -> slotTaken(attempt.slot())))
                        .flatMap(free -> take(attempt, free.room(), triesLeft))));
    }

    private Appointment appointment(Attempt attempt, @Nullable Room room) {
        Instant now = now();
        BookingRequest request = attempt.request();
        Consent consent = new Consent(request.emailAgreed(), request.smsAgreed(), now, CONSENT_WORDING);
        Booking booking = new Booking(
                attempt.slot(), room, request.client(), attempt.marks(recognition), consent, request.note());
        return Appointment.book(new AppointmentId(UUID.randomUUID()), booking, now);
    }

    private Mono<Booked> replay(Fingerprint fingerprint) {
        return appointments.byRequestKey(fingerprint.requestKey()).map(remembered -> {
            if (!remembered.bodyHash().equals(fingerprint.bodyHash())) {
                throw new Refusal.KeyUsedBefore();
            }
            return new Booked(remembered.appointment(), true);
        });
    }

    private Mono<Booked> replayOr(Throwable refusal, Fingerprint fingerprint) {
        return replay(fingerprint).switchIfEmpty(Mono.error(refusal));
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof NotOffered || (error instanceof Refusal && !(error instanceof Refusal.KeyUsedBefore));
    }

    private <T> Mono<T> slotTaken(Slot slot) {
        return cannotBook(
                Cause.SLOT_TAKEN, slot.listing(), slot.treatment(), slot.start().toInstant());
    }

    /** No start by the rules; where the therapist is busy then, that is what the client is told. */
    private <T> Mono<T> refuse(Listing listing, Treatment treatment, Instant start) {
        return clearing.isBusy(listing, treatment, start)
                .map(busy -> busy ? Cause.SLOT_TAKEN : Cause.NOT_AN_OPENING)
                .flatMap(cause -> cannotBook(cause, listing, treatment, start));
    }

    private <T> Mono<T> cannotBook(Cause cause, Listing listing, Treatment treatment, Instant start) {
        return openings.near(start, listing, treatment)
                .flatMap(near -> Mono.error(new Refusal.CannotBook(cause, listing.id(), treatment.id(), near)));
    }

    /** Therapists of one house begin at different rooms, so that they seldom meet. */
    private static @Nullable Room preferredRoom(Slot slot) {
        List<Room> rooms = slot.suitableRooms();
        return rooms.isEmpty()
                ? null
                : rooms.get(Math.floorMod(slot.listing().id().hashCode(), rooms.size()));
    }

    /** Others may be faster in taking each of the rooms. */
    private static int tries(Slot slot) {
        return MOST_TRIES + slot.suitableRooms().size();
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void log(Appointment booked) {
        log.atInfo()
                .addKeyValue("appointment", booked.id())
                .addKeyValue("status", booked.status())
                .log("Appointment booked");
    }

    /** A request whose slot is known to keep the rules. */
    private record Attempt(Slot slot, BookingRequest request, Fingerprint fingerprint) {

        ClientMarks marks(Recognition recognition) {
            return recognition.marksOf(
                    request.client().email(), request.client().name());
        }
    }
}
