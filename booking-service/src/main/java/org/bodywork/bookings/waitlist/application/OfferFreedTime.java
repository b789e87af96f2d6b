package org.bodywork.bookings.waitlist.application;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.CancelForGood;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Keeping;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.domain.Asking;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.waitlist.application.ChooseTurn.Choice;
import org.bodywork.bookings.waitlist.domain.EntryId;
import org.bodywork.bookings.waitlist.domain.FreedTime;
import org.bodywork.bookings.waitlist.domain.FreedTime.Link;
import org.bodywork.bookings.waitlist.domain.FreedTimeId;
import org.bodywork.bookings.waitlist.domain.Offer;
import org.bodywork.bookings.waitlist.domain.OfferId;
import org.bodywork.bookings.waitlist.domain.OfferLength;
import org.bodywork.bookings.waitlist.domain.OfferOutcome;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry;
import org.bodywork.bookings.waitlist.domain.WaitlistEntry.Standing;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes a freed time from step to step: it is held for whoever's turn it is and offered, then booked, or passed on, until
 * somebody has taken it or nobody is left and it is everybody's again. Each step is one write of the freed time's own
 * document around writes that may be repeated: the hold has the offer's id, the booking its key. So whatever dies, the
 * next who looks goes on from the step that is stored.
 */
public final class OfferFreedTime {

    /** How often it is looked whether the therapist has said yes to what was taken. */
    private static final Duration LOOKS_FOR_ANSWER = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(OfferFreedTime.class);

    private final FreedTimes times;
    private final Waitlist waitlist;
    private final ChooseTurn turns;
    private final HoldTime holds;
    private final BookAppointment booking;
    private final Appointments appointments;
    private final CancelForGood cancelling;
    private final ClientRecords clients;
    private final Recognition recognition;
    private final BusinessClock clock;

    public OfferFreedTime(
            FreedTimes times,
            Waitlist waitlist,
            ChooseTurn turns,
            HoldTime holds,
            BookAppointment booking,
            Appointments appointments,
            CancelForGood cancelling,
            ClientRecords clients,
            Recognition recognition,
            BusinessClock clock) {
        this.times = times;
        this.waitlist = waitlist;
        this.turns = turns;
        this.holds = holds;
        this.booking = booking;
        this.appointments = appointments;
        this.cancelling = cancelling;
        this.clients = clients;
        this.recognition = recognition;
        this.clock = clock;
    }

    /** As far as it goes at this moment. Does nothing where there is none. */
    public Mono<FreedTime> goOn(FreedTimeId id) {
        return times.byId(id).flatMap(this::goOn);
    }

    /** Fails with {@link Waitlist.Changed} where somebody else is about it; it is theirs then. */
    Mono<FreedTime> goOn(FreedTime time) {
        return goOn(time, new HashSet<>());
    }

    private Mono<FreedTime> goOn(FreedTime time, Set<EntryId> skipped) {
        return time.waitsAt(now())
                ? Mono.just(time)
                : Mono.defer(() -> step(time, skipped)).flatMap(next -> goOn(next, skipped));
    }

    private Mono<FreedTime> step(FreedTime time, Set<EntryId> skipped) {
        return switch (time.stage()) {
            case OPEN -> lookForNext(time, skipped);
            case OFFERING -> offer(time, skipped);
            case OFFERED -> times.apply(time.pass(OfferOutcome.UNANSWERED, now()));
            case TAKING -> book(time);
            case PASSING -> passOn(time);
            case SETTLING -> settle(time);
            case TAKEN, RETURNED -> Mono.just(time);
        };
    }

    private Mono<FreedTime> lookForNext(FreedTime time, Set<EntryId> skipped) {
        Instant now = now();
        return OfferLength.before(Duration.between(now, time.start()))
                .map(length -> turns.next(time, skipped).flatMap(choice -> switch (choice) {
                    case Choice.Next next -> times.apply(time.begin(next.turn(), length, now));
                    case Choice.WhenTheyWake wake ->
                        isWorthWaiting(time, wake.at()) ? times.apply(time.sleep(wake.at())) : giveBack(time);
                    case Choice.Nobody _ -> giveBack(time);
                }))
                .orElseGet(() -> giveBack(time));
    }

    private static boolean isWorthWaiting(FreedTime time, Instant until) {
        return OfferLength.before(Duration.between(until, time.start())).isPresent();
    }

    private Mono<FreedTime> giveBack(FreedTime time) {
        return times.apply(time.giveBack(now())).doOnNext(OfferFreedTime::log);
    }

    /** First the time is kept, then the person is told, in the write that makes the offer theirs. */
    private Mono<FreedTime> offer(FreedTime time, Set<EntryId> skipped) {
        Link link = time.last();
        if (!link.until().isAfter(now())) {
            return times.apply(time.pass(OfferOutcome.WITHDRAWN, now()));
        }
        return waitlist.byId(link.entry())
                .filter(entry -> entry.isAsked(link.offer()) || entry.standing() == Standing.WAITING)
                .flatMap(entry -> entry.isAsked(link.offer()) ? offered(time) : offer(time, entry, skipped))
                .switchIfEmpty(Mono.defer(() -> skip(time, skipped)))
                .onErrorResume(OfferFreedTime::cannotBeHad, _ -> times.apply(time.pass(OfferOutcome.WITHDRAWN, now())));
    }

    private Mono<FreedTime> offer(FreedTime time, WaitlistEntry entry, Set<EntryId> skipped) {
        Link link = time.last();
        return keep(time, entry)
                .flatMap(hold -> entry.offered(offerOf(link, hold, now()))
                        .map(waitlist::apply)
                        .orElseGet(() -> Mono.error(new Waitlist.Changed())))
                .onErrorResume(
                        // Unless it was this very offer that somebody else has just noted with them.
                        Waitlist.Changed.class,
                        _ -> waitlist.byId(link.entry()).filter(present -> present.isAsked(link.offer())))
                .flatMap(_ -> offered(time))
                .switchIfEmpty(Mono.defer(() -> skip(time, skipped)));
    }

    private Mono<FreedTime> offered(FreedTime time) {
        return times.apply(time.offered(now())).doOnNext(OfferFreedTime::log);
    }

    private Mono<Hold> keep(FreedTime time, WaitlistEntry entry) {
        Link link = time.last();
        return holds.keep(new Keeping(
                purposeOf(link),
                holdOf(link.offer()),
                time.therapist(),
                link.treatment(),
                link.start(),
                entry.known() ? Asking.KNOWN_CLIENT : Asking.ANYBODY,
                link.until(),
                null));
    }

    /** Whoever it was meant for has another offer, or has left: the next, and nobody is told. */
    private Mono<FreedTime> skip(FreedTime time, Set<EntryId> skipped) {
        Link link = time.last();
        skipped.add(link.entry());
        return release(link).then(Mono.defer(() -> times.apply(time.skip(now()))));
    }

    private Mono<FreedTime> book(FreedTime time) {
        Link link = time.last();
        return waitlist.byId(link.entry())
                .flatMap(entry -> request(entry, time)
                        .flatMap(request -> booking.book(
                                request,
                                recognition.of(
                                        "offer|" + link.offer(), link.offer().toString())))
                        .flatMap(booked ->
                                taken(time, entry, booked.appointment().id())))
                .onErrorResume(OfferFreedTime::cannotBeHad, _ -> times.apply(time.pass(OfferOutcome.WITHDRAWN, now())))
                .switchIfEmpty(Mono.defer(() -> times.apply(time.pass(OfferOutcome.WITHDRAWN, now()))));
    }

    private Mono<FreedTime> taken(FreedTime time, WaitlistEntry entry, AppointmentId visit) {
        return change(entry.taken(time.last().offer(), visit, now()))
                .then(Mono.defer(() -> times.apply(time.taken(visit, now()))))
                .doOnNext(OfferFreedTime::log);
    }

    private Mono<BookingRequest> request(WaitlistEntry entry, FreedTime time) {
        Link link = time.last();
        Mono<ClientHistory> history =
                entry.known() ? clients.historyOf(entry.marks().ref()) : Mono.just(ClientHistory.NONE);
        return history.map(known -> new BookingRequest(
                        time.therapist(),
                        link.treatment(),
                        link.start(),
                        holdOf(link.offer()),
                        entry.client(),
                        entry.consent().email(),
                        entry.consent().sms(),
                        null,
                        null,
                        known,
                        null)
                .onHoldFor(purposeOf(link)));
    }

    private Mono<FreedTime> passOn(FreedTime time) {
        Link link = time.last();
        return release(link)
                .then(waitlist.byId(link.entry())
                        .flatMap(entry -> change(entry.passedOn(link.offer(), link.outcome(), now()))
                                .thenReturn(entry)))
                .then(Mono.defer(() -> times.apply(time.passedOn(now()))));
    }

    /** The later visit is given up once the new one is agreed on; its own time is then offered in turn. */
    private Mono<FreedTime> settle(FreedTime time) {
        Link link = time.last();
        AppointmentId taken = link.visit();
        AppointmentId later = link.later();
        if (taken == null || later == null) {
            return times.apply(time.settled(now()));
        }
        return appointments.byId(taken).flatMap(visit -> {
            if (visit.statusAt(now()).isOpen()) {
                return times.apply(time.awaitAnswer(now().plus(LOOKS_FOR_ANSWER)));
            }
            Mono<Void> giveUp = visit.statusAt(now()).isAgreed() ? giveUp(later, visit) : Mono.empty();
            return giveUp.then(Mono.defer(() -> times.apply(time.settled(now()))));
        });
    }

    /** Unless it has been moved before the new one, or is over by now. */
    private Mono<Void> giveUp(AppointmentId later, Appointment taken) {
        return appointments
                .byId(later)
                .filter(visit -> visit.state()
                        .visit()
                        .start()
                        .isAfter(taken.state().visit().start()))
                .flatMap(visit -> cancelling.cancel(visit.id()))
                .then();
    }

    private Mono<Void> change(Optional<WaitlistEntry.Change> change) {
        return Mono.justOrEmpty(change).flatMap(waitlist::apply).then();
    }

    private Mono<Void> release(Link link) {
        return holds.release(holdOf(link.offer())).onErrorResume(Refusal.NoSuchHold.class, _ -> Mono.empty());
    }

    private static boolean cannotBeHad(Throwable error) {
        return error instanceof Refusal || error instanceof NotOffered;
    }

    private static HeldFor purposeOf(Link link) {
        return new HeldFor(HeldFor.Kind.OFFER, link.offer().toString());
    }

    private static AppointmentId holdOf(OfferId offer) {
        return new AppointmentId(offer.value());
    }

    private static Offer offerOf(Link link, Hold hold, Instant now) {
        Visit visit = hold.visit();
        return new Offer(
                link.offer(),
                visit.part().therapist(),
                link.treatment(),
                visit.practice(),
                visit.location(),
                visit.zone(),
                visit.start(),
                visit.end(),
                hold.expiresAt(),
                now,
                OfferOutcome.OPEN,
                null);
    }

    private static void log(FreedTime time) {
        log.atInfo()
                .addKeyValue("freedTime", time.id())
                .addKeyValue("stage", time.stage())
                .addKeyValue("offers", time.chain().size())
                .log("Freed time went on");
    }

    /** MongoDB keeps milliseconds; what is decided on now must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
