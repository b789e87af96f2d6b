package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.bodywork.bookings.Colleagues;
import org.bodywork.bookings.IdempotencyKey;
import org.bodywork.bookings.appointment.adapter.web.BookingForm.Asked;
import org.bodywork.bookings.appointment.application.BookAnybody;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.Booked;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.GivenIntake;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.proof.ProvenClients;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Booking")
class BookingController {

    private final BookAppointment booking;
    private final BookAnybody anybodies;
    private final Recognition recognition;
    private final Places places;
    private final ManageLinks links;
    private final IntakeForm form;
    private final ProvenClients proven;

    BookingController(
            BookAppointment booking,
            BookAnybody anybodies,
            Recognition recognition,
            Places places,
            ManageLinks links,
            IntakeForm form,
            ProvenClients proven) {
        this.booking = booking;
        this.anybodies = anybodies;
        this.recognition = recognition;
        this.places = places;
        this.links = links;
        this.form = form;
        this.proven = proven;
    }

    @PostMapping("/api/appointments")
    @Operation(
            summary = "Book an opening, or ask for it where the therapist answers requests",
            description = "`any` in place of `therapistId` and `treatmentId` books with whoever fits and has the least "
                    + "booked in that week. `intake` fits the form of /api/intake/form; where an answer raises a red "
                    + "flag, an instant booking becomes a request, `reviewNeeded` is true and `advice` says what to do. "
                    + "With `companion` two people come together, each to a therapist of their own who works at the same "
                    + "place: both are booked or neither is, and a request is confirmed once both therapists have "
                    + "accepted. "
                    + "With a staff member's token it books for a client of theirs, confirmed at once; `override` sets "
                    + "rules aside for a `reason`, never taken time.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "16 to 128 visible ASCII characters; the same key and body give the same visit again")
    @ApiResponse(responseCode = "201", description = "Booked, or booked before by the same request")
    @ApiResponse(responseCode = "404", description = "No such therapist, treatment or hold")
    @ApiResponse(
            responseCode = "409",
            description =
                    "slot-taken or not-an-opening, with alternatives; not-together; hold-mismatch; returning-clients-only; new-clients-only")
    @ApiResponse(responseCode = "429", description = "This contact has enough open requests, or bookings today")
    @ApiResponse(responseCode = "422", description = "The key was used for another booking")
    Mono<ResponseEntity<BookedView>> book(
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody BookRequest request,
            @Parameter(hidden = true) @Nullable Caller caller,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        String key = IdempotencyKey.of(headers);
        Colleague colleague = caller == null ? null : Colleagues.of(caller);
        return proven.historyOf(request.client().email(), exchange)
                // Checking a phone number reads the rules of its country from the class path the first time.
                .publishOn(Schedulers.boundedElastic())
                .map(history -> BookingForm.read(request, form, history, colleague))
                .flatMap(asked -> book(asked, recognition.of(key, written(request, colleague))))
                .flatMap(booked -> created(booked, request.intake() == null ? null : form.given(request.intake())));
    }

    private Mono<Booked> book(Asked asked, Fingerprint fingerprint) {
        return switch (asked) {
            case Asked.Somebody somebody -> booking.book(somebody.request(), fingerprint);
            case Asked.Anybody anybody -> anybodies.book(anybody.request(), fingerprint);
        };
    }

    /** What was asked for, and by whom where that is staff: nobody else gets their answer again. */
    private static String written(BookRequest request, @Nullable Colleague colleague) {
        String body = EventJson.write(request);
        return colleague == null ? body : body + "|" + colleague.accountId();
    }

    private Mono<ResponseEntity<BookedView>> created(Booked booked, @Nullable GivenIntake intake) {
        AppointmentState state = booked.appointment().state();
        ResponseEntity.BodyBuilder response = ResponseEntity.created(URI.create("/api/appointments/" + state.id()));
        if (booked.replayed()) {
            response.header(IdempotencyKey.REPLAYED, "true");
        }
        return places.at(state.visit().practice(), state.visit().location())
                .map(place -> BookedView.of(
                        state,
                        place,
                        links.urlOf(booked.appointment()),
                        intake,
                        links.urlToHandOn(booked.appointment())))
                .map(response::body);
    }
}
