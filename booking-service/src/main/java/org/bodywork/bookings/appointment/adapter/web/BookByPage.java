package org.bodywork.bookings.appointment.adapter.web;

import org.bodywork.bookings.appointment.adapter.web.TypedBookings.Checked;
import org.bodywork.bookings.appointment.adapter.web.TypedBookings.What;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.Booked;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.proof.ProvenClients;
import org.bodywork.platform.events.EventJson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * From what was typed on the pages to a visit. What a page sends again is recognised by the id of its hold, also when the
 * hold has been cleared away meanwhile.
 */
@Component
final class BookByPage {

    private final HoldTime holds;
    private final Appointments appointments;
    private final BookAppointment booking;
    private final TypedBookings bookings;
    private final ProvenClients proven;
    private final Recognition recognition;
    private final IntakeForm form;

    BookByPage(
            HoldTime holds,
            Appointments appointments,
            BookAppointment booking,
            TypedBookings bookings,
            ProvenClients proven,
            Recognition recognition,
            IntakeForm form) {
        this.holds = holds;
        this.appointments = appointments;
        this.booking = booking;
        this.bookings = bookings;
        this.proven = proven;
        this.recognition = recognition;
        this.form = form;
    }

    /** What is to be booked, by the hold, else by what the page carried along; empty where neither says. */
    Mono<What> what(BookCall call) {
        return holds.find(call.id())
                .map(What::of)
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(call.typed().what(call.id()))));
    }

    Mono<Checked> check(BookCall call, What what, boolean withAnswers) {
        // Reading a phone number reads the rules of its country from the class path the first time.
        return Mono.fromCallable(() -> bookings.check(call.typed(), what, call.language(), withAnswers))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Whether the client is one whose answers are not known yet. */
    Mono<Boolean> needsAnswers(BookCall call, Hold hold, BookRequest request) {
        return wanted(call, request)
                .map(wanted -> wanted.needsIntake(
                        hold.visit(),
                        recognition.marksOf(
                                wanted.client().email(), wanted.client().name())));
    }

    /** Once, however often the button is pressed. */
    Mono<Booked> book(BookCall call, BookRequest request) {
        return wanted(call, request).flatMap(wanted -> book(call, wanted, EventJson.write(request.withoutHold())));
    }

    /** A hold that has been cleared away is no reason to refuse: the time may be free all the same. */
    private Mono<Booked> book(BookCall call, BookingRequest wanted, String written) {
        return booking.book(wanted, recognition.of("page|" + call.id(), written))
                .onErrorResume(
                        Refusal.NoSuchHold.class,
                        gone -> appointments
                                .byId(call.id())
                                .flatMap(_ -> Mono.<Booked>error(new Refusal.KeyUsedBefore()))
                                .switchIfEmpty(Mono.defer(() -> booking.book(
                                        wanted.withoutHold(), recognition.of("page|" + call.id(), written)))));
    }

    private Mono<BookingRequest> wanted(BookCall call, BookRequest request) {
        return proven.historyOf(request.client().email(), call.exchange())
                .publishOn(Schedulers.boundedElastic())
                .map(history -> BookingForm.read(request, form, history, null))
                .cast(BookingForm.Asked.Somebody.class)
                .map(BookingForm.Asked.Somebody::request);
    }
}
