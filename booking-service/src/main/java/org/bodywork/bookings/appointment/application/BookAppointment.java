package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.application.DayNumbers.DayIsFull;
import org.bodywork.bookings.appointment.application.PrivateTexts.Written;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Booking;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.EmailAddress;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Limit;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.BookingRules;
import org.bodywork.bookings.opening.domain.Listing;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Slot;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Books a start that the rules allow, in one write that also takes the time; or the time that was held for it, in one
 * write that consumes the hold.
 *
 * <p>The same request may come again at any moment, even while its twin is under way, so before anything is refused it
 * is looked for what an earlier one with its key has led to.
 */
public final class BookAppointment {

    /** The version of the consent text on the booking page and in the API's documentation. */
    static final String CONSENT_WORDING = "2026-1";

    private static final int MOST_TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(BookAppointment.class);

    private final Listings listings;
    private final BookableStarts starts;
    private final TakeTime time;
    private final Appointments appointments;
    private final Holds holds;
    private final BookingLimits limits;
    private final Recognition recognition;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public BookAppointment(
            Listings listings,
            BookableStarts starts,
            TakeTime time,
            Appointments appointments,
            Holds holds,
            BookingLimits limits,
            Recognition recognition,
            PrivateTexts texts,
            BusinessClock clock) {
        this.listings = listings;
        this.starts = starts;
        this.time = time;
        this.appointments = appointments;
        this.holds = holds;
        this.limits = limits;
        this.recognition = recognition;
        this.texts = texts;
        this.clock = clock;
    }

    /** Fails with a {@link Refusal} or {@link NotOffered}; nothing is stored then. */
    public Mono<Booked> book(BookingRequest request, Fingerprint fingerprint) {
        Attempt attempt = new Attempt(request, fingerprint);
        Mono<Booked> booking = mayBook(request)
                .then(Mono.defer(() -> requireTwoPeople(attempt)))
                .then(Mono.defer(() -> standingHold(request)))
                .flatMap(hold -> bookHeld(hold, attempt))
                .switchIfEmpty(Mono.defer(() -> bookFree(attempt)))
                // The hold has been used or has ended since it was read.
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
        return orReplay(booking, fingerprint);
    }

    /** What an earlier request with the same key has led to, where this one is refused. */
    Mono<Booked> orReplay(Mono<Booked> booking, Fingerprint fingerprint) {
        return booking.onErrorResume(BookAppointment::isRefusal, refusal -> replayOr(refusal, fingerprint));
    }

    /** Empty when the time is taken, or the therapist has enough to do on that day. */
    Mono<Booked> claim(Slot slot, BookingRequest request, Fingerprint fingerprint) {
        return claim(List.of(slot), new Attempt(request, fingerprint))
                // What stands in the way may be a twin of this request that was first, with this therapist or another.
                .onErrorResume(TimeTaken.class, taken -> replayOr(taken, fingerprint))
                .onErrorResume(TimeTaken.class, _ -> Mono.empty())
                .onErrorResume(DayIsFull.class, _ -> Mono.empty());
    }

    private Mono<Void> mayBook(BookingRequest request) {
        return request.onBehalf() == null
                ? Mono.empty()
                : Flux.fromIterable(request.treated())
                        .concatMap(treated -> listings.byId(treated.therapist())
                                .filter(request::mayBook)
                                .switchIfEmpty(Mono.error(NotOffered.NoSuchTherapist::new)))
                        .then();
    }

    private Mono<Void> requireTwoPeople(Attempt attempt) {
        List<ClientMarks> people = attempt.people(recognition);
        return people.size() > 1
                        && people.getFirst().key().equals(people.getLast().key())
                ? Mono.error(new Refusal.SamePerson())
                : Mono.empty();
    }

    /** The hold to book on; empty when there is none or its minutes are over, and the time is as free as any other. */
    private Mono<Hold> standingHold(BookingRequest request) {
        AppointmentId id = request.hold();
        if (id == null) {
            return Mono.empty();
        }
        return holds.byId(id)
                .filter(hold -> Objects.equals(hold.heldFor(), request.heldFor()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchHold::new))
                .filter(hold -> isRight(hold, request) && hold.standsAt(clock.now()));
    }

    private static boolean isRight(Hold hold, BookingRequest request) {
        if (!hold.isFor(request.treated(), request.start())) {
            throw new Refusal.HoldMismatch();
        }
        return true;
    }

    /** What is held was allowed when it was chosen, and stays so for its minutes. */
    private Mono<Booked> bookHeld(Hold hold, Attempt attempt) {
        return listingsOf(attempt).flatMap(therapists -> {
            Wish wish =
                    Wish.ofHeld(hold.id(), hold.visit(), attempt.people(recognition), limitsOn(attempt, therapists));
            return time.take(
                            wish,
                            way -> write(appointment(
                                            hold.id(),
                                            attempt,
                                            hold.visit(),
                                            therapists,
                                            way.with(hold.keptNumbers()).numbers())
                                    .flatMap(appointment ->
                                            appointments.book(hold, appointment, attempt.fingerprint(), clock.now()))))
                    .onErrorResume(TimeTaken.class, _ -> starts.taken(hold.visit(), therapists));
        });
    }

    private Mono<Booked> bookFree(Attempt attempt) {
        BookingRequest request = attempt.request();
        return starts.find(request.treated(), request.start(), request.asking(), null)
                .flatMap(slots -> starts.orAlternatives(slots, claim(slots, attempt), null));
    }

    private Mono<List<Listing>> listingsOf(Attempt attempt) {
        return Flux.fromIterable(attempt.request().treated())
                .concatMap(treated -> listings.byId(treated.therapist()))
                .collectList();
    }

    private Mono<Booked> claim(List<Slot> slots, Attempt attempt) {
        AppointmentId id = new AppointmentId(UUID.randomUUID());
        List<Listing> therapists = slots.stream().map(Slot::listing).toList();
        return time.take(
                Wish.of(
                        id,
                        slots,
                        attempt.request().asking(),
                        attempt.people(recognition),
                        limitsOn(attempt, therapists)),
                way -> write(appointment(id, attempt, Visit.of(way.seats(slots)), therapists, way.numbers())
                        .flatMap(appointment -> appointments.add(appointment, attempt.fingerprint()))));
    }

    private static Mono<Booked> write(Mono<Appointment> writing) {
        return writing.doOnNext(BookAppointment::log).map(booked -> new Booked(booked, false));
    }

    /** What staff book is not the client's doing, and visits booked together count once. */
    private List<Limit> limitsOn(Attempt attempt, List<Listing> therapists) {
        SeriesPlace series = attempt.request().series();
        if (attempt.request().onBehalf() != null || (series != null && !series.countsForAll())) {
            return List.of();
        }
        LocalDate today = clock.now().atZone(therapists.getFirst().zone()).toLocalDate();
        boolean instant = rulesOf(therapists).instant() && !attempt.request().raisesRedFlag();
        return attempt.contacts(recognition).stream()
                .flatMap(contact -> limits.onBookings(contact, today, instant).stream())
                .toList();
    }

    private Mono<Appointment> appointment(
            AppointmentId id, Attempt attempt, Visit visit, List<Listing> therapists, Set<String> numbers) {
        Instant now = now();
        BookingRequest request = attempt.request();
        ClientMarks marks = attempt.marks(recognition);
        return texts.seal(id.toString(), marks, request.note(), request.intake(), now)
                .map(written -> booking(request, visit, rulesOf(therapists), marks, written, numbers, now))
                .flatMap(booking -> companion(id, attempt, therapists, now)
                        .map(booking::with)
                        .defaultIfEmpty(booking))
                .map(booking -> Appointment.book(id, booking, now));
    }

    private static BookingRules rulesOf(List<Listing> therapists) {
        return therapists.stream().map(Listing::rules).reduce(BookingRules::and).orElseThrow();
    }

    /** Empty in a visit of one person. */
    private Mono<Companion> companion(AppointmentId id, Attempt attempt, List<Listing> therapists, Instant now) {
        CompanionRequest asked = attempt.request().companion();
        if (asked == null) {
            return Mono.empty();
        }
        ClientMarks marks = attempt.people(recognition).getLast();
        return texts.seal(AppointmentState.papersOfCompanion(id), marks, null, asked.intake(), now)
                .map(written -> Companion.of(
                        asked.name(),
                        asked.email(),
                        marks,
                        written.intake(),
                        asked.raisesRedFlag(),
                        acceptingAtOnce(attempt.request(), asked, therapists)));
    }

    /** Who takes instant bookings has said yes beforehand, unless there are answers to read first. */
    private static Set<TherapistId> acceptingAtOnce(
            BookingRequest request, CompanionRequest companion, List<Listing> therapists) {
        TherapistId first = therapists.getFirst().id();
        return therapists.stream()
                .filter(listing -> listing.rules().instant())
                .map(Listing::id)
                .filter(id -> !(id.equals(first) ? request.raisesRedFlag() : companion.raisesRedFlag()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Booking booking(
            BookingRequest request,
            Visit visit,
            BookingRules rules,
            ClientMarks marks,
            Written written,
            Set<String> numbers,
            Instant now) {
        return new Booking(
                visit,
                rules,
                request.client(),
                marks,
                new Consent(request.emailAgreed(), request.smsAgreed(), now, CONSENT_WORDING),
                written.note(),
                written.intake(),
                request.needsIntake(visit, marks),
                request.raisesRedFlag(),
                request.series(),
                numbers,
                request.origin());
    }

    private Mono<Booked> replayOr(Throwable refusal, Fingerprint fingerprint) {
        return appointments
                .byRequestKey(fingerprint.requestKey())
                .map(remembered -> {
                    if (!remembered.bodyHash().equals(fingerprint.bodyHash())) {
                        throw new Refusal.KeyUsedBefore();
                    }
                    return new Booked(remembered.appointment(), true);
                })
                .switchIfEmpty(Mono.error(refusal));
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof NotOffered || (error instanceof Refusal && !(error instanceof Refusal.KeyUsedBefore));
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

    private record Attempt(BookingRequest request, Fingerprint fingerprint) {

        /** Whoever is to be treated; a companion without an address of their own is reached at the client's. */
        List<ClientMarks> people(Recognition recognition) {
            CompanionRequest companion = request.companion();
            if (companion == null) {
                return List.of(marks(recognition));
            }
            EmailAddress own = companion.email();
            return List.of(
                    marks(recognition),
                    recognition.marksOf(own == null ? request.client().email() : own, companion.name()));
        }

        /** One of each address. */
        List<ClientMarks> contacts(Recognition recognition) {
            List<ClientMarks> people = people(recognition);
            ClientMarks first = people.getFirst();
            return Stream.concat(
                            Stream.of(first),
                            people.stream().filter(other -> !other.ref().equals(first.ref())))
                    .toList();
        }

        ClientMarks marks(Recognition recognition) {
            return recognition.marksOf(
                    request.client().email(), request.client().name());
        }
    }
}
