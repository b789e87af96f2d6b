package org.bodywork.bookings.appointment.adapter.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.bodywork.bookings.OffsetTimes;
import org.bodywork.bookings.PathIds;
import org.bodywork.bookings.appointment.adapter.web.BookPages.Drawing;
import org.bodywork.bookings.appointment.adapter.web.BookPages.Said;
import org.bodywork.bookings.appointment.adapter.web.TypedBooking.Step;
import org.bodywork.bookings.appointment.adapter.web.TypedBookings.Checked;
import org.bodywork.bookings.appointment.adapter.web.TypedBookings.What;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.application.HoldTime;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Places;
import org.bodywork.bookings.appointment.domain.BookedTreatment;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.opening.domain.Opening;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.TreatmentId;
import org.bodywork.bookings.site.SiteLanguage;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The pages from a held time to the booking: who comes, what the therapist should know, and a last look. The id of the
 * hold is the right to book it, and what a repeated booking is recognised by, so that pressing twice books once.
 */
@RestController
@Hidden
@RequestMapping({"/book/{hold}", "/embed/" + Where.SLUG + "/book/{hold}"})
class BookPage {

    private static final String HELD = "held";

    private final HoldTime holds;
    private final BookByPage booking;
    private final OwnFrame own;
    private final Appointments appointments;
    private final Listings listings;
    private final Places places;
    private final BookPages pages;
    private final StartHolder starts;
    private final ManageLinks links;
    private final BusinessClock clock;

    BookPage(
            HoldTime holds,
            BookByPage booking,
            OwnFrame own,
            Appointments appointments,
            Listings listings,
            Places places,
            BookPages pages,
            StartHolder starts,
            ManageLinks links,
            BusinessClock clock) {
        this.holds = holds;
        this.booking = booking;
        this.own = own;
        this.appointments = appointments;
        this.listings = listings;
        this.places = places;
        this.pages = pages;
        this.starts = starts;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<String>> show(
            @PathVariable(required = false) @Nullable String practice,
            @PathVariable String hold,
            ServerWebExchange exchange) {
        return with(
                practice,
                hold,
                TypedBooking.nothing(),
                exchange,
                call -> holds.find(call.id())
                        .flatMap(found -> found.standsAt(clock.now())
                                ? draw(call, Step.CONTACT, found, Said.NOTHING)
                                : overdue(call, found))
                        .switchIfEmpty(Mono.defer(() -> missing(call))));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<String>> go(
            @PathVariable(required = false) @Nullable String practice,
            @PathVariable String hold,
            ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(form -> with(practice, hold, new TypedBooking(form), exchange, this::go));
    }

    /** For whoever would rather have another time. */
    @PostMapping("/release")
    Mono<ResponseEntity<String>> release(
            @PathVariable(required = false) @Nullable String practice,
            @PathVariable String hold,
            ServerWebExchange exchange) {
        return with(
                practice,
                hold,
                TypedBooking.nothing(),
                exchange,
                call -> holds.find(call.id())
                        .flatMap(found -> holds.release(found.id()).thenReturn(onward(weekOf(call, found), call)))
                        .switchIfEmpty(Mono.defer(() -> missing(call))));
    }

    private interface Answering {

        Mono<ResponseEntity<String>> answer(BookCall call);
    }

    private Mono<ResponseEntity<String>> with(
            @Nullable String practice,
            String hold,
            TypedBooking typed,
            ServerWebExchange exchange,
            Answering answering) {
        Where where = new Where(practice);
        return PathIds.appointment(hold)
                .map(id -> new BookCall(where, id, typed, exchange))
                .map(call -> inItsOwnFrame(call)
                        .then(Mono.defer(() -> answering.answer(call)))
                        .onErrorResume(
                                error -> error instanceof Refusal || error instanceof NotOffered,
                                error -> starts.over(where, error, exchange)))
                .orElseGet(() -> pages.over(where, HttpStatus.NOT_FOUND, "gone", exchange));
    }

    private Mono<Void> inItsOwnFrame(BookCall call) {
        return call.where().framed()
                ? holds.find(call.id())
                        .flatMap(
                                hold -> own.belongsTo(call.where(), hold.visit().practice()))
                : Mono.empty();
    }

    private Mono<ResponseEntity<String>> go(BookCall call) {
        Optional<Instant> another = call.typed().taken();
        if (another.isPresent()) {
            return take(call, another.get());
        }
        return switch (call.typed().go()) {
            case "book" -> book(call);
            case "renew" -> renew(call);
            default -> standing(call).flatMap(hold -> turn(call, hold)).switchIfEmpty(Mono.defer(() -> again(call)));
        };
    }

    private Mono<Hold> standing(BookCall call) {
        return holds.find(call.id()).filter(hold -> hold.standsAt(clock.now()));
    }

    /** To the page asked for, past nothing that is wrong. */
    private Mono<ResponseEntity<String>> turn(BookCall call, Hold hold) {
        TypedBooking typed = call.typed();
        return switch (typed.go()) {
            case "contact" -> draw(call, Step.CONTACT, hold, Said.NOTHING);
            case "questions" ->
                checked(
                        call,
                        hold,
                        false,
                        request -> booking.needsAnswers(call, hold, request)
                                .flatMap(needed -> draw(
                                        call.with(needed ? typed : typed.answered(false)),
                                        needed ? Step.QUESTIONS : Step.REVIEW,
                                        hold,
                                        Said.NOTHING)));
            case "later" -> review(call.with(typed.answered(false)), hold);
            case "review" -> review(call.with(typed.answered(true)), hold);
            default -> review(call, hold);
        };
    }

    private Mono<ResponseEntity<String>> review(BookCall call, Hold hold) {
        return checked(call, hold, call.typed().answered(), _ -> draw(call, Step.REVIEW, hold, said(call)));
    }

    /** Whoever was sent on with a time held anew is told so. */
    private static Said said(BookCall call) {
        return call.exchange().getRequest().getQueryParams().containsKey(HELD)
                ? Said.notice("book.held-again")
                : Said.NOTHING;
    }

    private interface Onward {

        Mono<ResponseEntity<String>> with(BookRequest request);
    }

    /** Back to the page where something is wrong, else onward. */
    private Mono<ResponseEntity<String>> checked(BookCall call, Hold hold, boolean withAnswers, Onward onward) {
        return booking.check(call, What.of(hold), withAnswers)
                .flatMap(checked -> checked.request() == null
                        ? draw(call, stepOf(checked), hold, Said.wrong(checked))
                        : onward.with(checked.request()));
    }

    /** Ids and start are ours; where they do not fit, somebody has changed the page. */
    private static Step stepOf(Checked checked) {
        if (checked.faults().isEmpty() && checked.wrongAnswers().isEmpty()) {
            throw new Refusal.NoSuchHold();
        }
        return checked.faults().isEmpty() ? Step.QUESTIONS : Step.CONTACT;
    }

    /** The ten minutes are over; where the time is still free, nobody need notice. */
    private Mono<ResponseEntity<String>> again(BookCall call) {
        return booked(call)
                .switchIfEmpty(Mono.defer(() -> booking.what(call)
                        .flatMap(what -> hold(call, what, startOf(what))
                                .map(hold -> onwardWith(call, hold))
                                .onErrorResume(Refusal.CannotBook.class, cannot -> times(call, what, cannot)))
                        .switchIfEmpty(Mono.defer(() -> missing(call)))));
    }

    /** Another time, chosen in place of one that is taken. */
    private Mono<ResponseEntity<String>> take(BookCall call, Instant start) {
        return standing(call)
                .filter(hold -> hold.visit().start().equals(start))
                .flatMap(hold -> review(call, hold))
                .switchIfEmpty(Mono.defer(() -> booking.what(call)
                        .flatMap(what -> hold(call, what, start)
                                .flatMap(hold -> holds.release(call.id())
                                        .onErrorComplete(Refusal.NoSuchHold.class)
                                        .thenReturn(onwardWith(call, hold)))
                                .onErrorResume(Refusal.CannotBook.class, cannot -> times(call, what, cannot)))))
                .switchIfEmpty(Mono.defer(() -> missing(call)));
    }

    private Mono<Hold> hold(BookCall call, What what, Instant start) {
        return starts.hold(
                TherapistId.of(what.therapist()),
                TreatmentId.of(what.treatment()),
                start,
                new StartHolder.Pressed(call.where(), call.typed().form(), call.exchange()));
    }

    /** Ten more minutes, once. */
    private Mono<ResponseEntity<String>> renew(BookCall call) {
        Step step = call.typed().step();
        return holds.renew(call.id())
                .flatMap(hold -> draw(call, step, hold, Said.notice("book.renewed")))
                .onErrorResume(
                        Refusal.HoldNotRenewable.class,
                        _ -> standing(call)
                                .flatMap(hold ->
                                        draw(call, step, hold, Said.trouble(HttpStatus.CONFLICT, "book.not-renewed")))
                                .switchIfEmpty(Mono.defer(() -> again(call))))
                .onErrorResume(Refusal.NoSuchHold.class, _ -> again(call));
    }

    private Mono<ResponseEntity<String>> book(BookCall call) {
        return booking.what(call)
                .flatMap(what -> booking.check(call, what, call.typed().answered())
                        .flatMap(checked -> checked.request() == null
                                ? wrong(call, what, checked)
                                : book(call, what, checked.request())))
                .switchIfEmpty(Mono.defer(() -> missing(call)));
    }

    private Mono<ResponseEntity<String>> book(BookCall call, What what, BookRequest request) {
        return booking.book(call, request)
                .map(booked -> onward(call.where().booked(links.secretOf(booked.appointment())), call))
                .onErrorResume(Refusal.CannotBook.class, cannot -> times(call, what, cannot))
                .onErrorResume(
                        Refusal.TooMany.class,
                        _ -> withoutHold(
                                call, Step.REVIEW, what, Said.trouble(HttpStatus.TOO_MANY_REQUESTS, "book.too-many")))
                .onErrorResume(
                        Refusal.KeyUsedBefore.class,
                        _ -> pages.over(
                                call.where(), HttpStatus.CONFLICT, "booked", "/my-visits", "", call.exchange()));
    }

    private Mono<ResponseEntity<String>> wrong(BookCall call, What what, Checked checked) {
        return standing(call)
                .flatMap(hold -> draw(call, stepOf(checked), hold, Said.wrong(checked)))
                .switchIfEmpty(Mono.defer(() -> withoutHold(call, stepOf(checked), what, Said.wrong(checked))));
    }

    private static Instant startOf(What what) {
        return OffsetTimes.read(what.start()).orElseThrow();
    }

    private Mono<ResponseEntity<String>> times(BookCall call, What what, Refusal.CannotBook cannot) {
        List<ZonedDateTime> others =
                cannot.alternatives().stream().map(Opening::start).toList();
        return withoutHold(call, Step.TIMES, what, Said.taken(others));
    }

    private Mono<ResponseEntity<String>> withoutHold(BookCall call, Step step, What what, Said said) {
        return listings.byId(TherapistId.of(what.therapist()))
                .map(listing -> new Offer(
                        listing,
                        BookedTreatment.of(listing.treatment(TreatmentId.of(what.treatment()))),
                        startOf(what).atZone(listing.zone()),
                        null))
                .flatMap(offer -> pages.draw(
                        new Drawing(call.where(), call.id(), step, call.typed(), offer, null), said, call.exchange()));
    }

    private Mono<ResponseEntity<String>> draw(BookCall call, Step step, Hold hold, Said said) {
        return listings.byId(hold.visit().part().therapist())
                .zipWith(places.at(hold.visit().practice(), hold.visit().location()))
                .flatMap(found -> pages.draw(
                        new Drawing(
                                call.where(),
                                hold.id(),
                                step,
                                call.typed(),
                                Offer.of(hold, found.getT1(), found.getT2()),
                                hold),
                        said,
                        call.exchange()));
    }

    private Mono<ResponseEntity<String>> overdue(BookCall call, Hold hold) {
        return pages.over(call.where(), HttpStatus.GONE, "expired", call.where().book(), query(hold), call.exchange());
    }

    private Mono<ResponseEntity<String>> missing(BookCall call) {
        return booked(call)
                .switchIfEmpty(
                        Mono.defer(() -> pages.over(call.where(), HttpStatus.NOT_FOUND, "gone", call.exchange())));
    }

    /** The hold has become a visit. Its id alone opens nothing: staff and events know it too. */
    private Mono<ResponseEntity<String>> booked(BookCall call) {
        return appointments
                .byId(call.id())
                .flatMap(_ -> pages.over(call.where(), HttpStatus.GONE, "booked", "/my-visits", "", call.exchange()));
    }

    private static String query(Hold hold) {
        return "therapist=%s&treatment=%s&"
                .formatted(
                        hold.visit().part().therapist(),
                        hold.visit().part().treatment().id());
    }

    private static String weekOf(BookCall call, Hold hold) {
        return call.where().book() + "?" + query(hold) + "from="
                + hold.visit().zonedStart().toLocalDate() + "&";
    }

    private static ResponseEntity<String> onward(String path, BookCall call) {
        return redirect(HttpStatus.SEE_OTHER, path.contains("?") ? path : path + "?", call);
    }

    /** With all that was typed: the browser sends the same once more, to the pages of the new hold. */
    private static ResponseEntity<String> onwardWith(BookCall call, Hold hold) {
        return redirect(
                HttpStatus.TEMPORARY_REDIRECT, call.where().book() + "/" + hold.id() + "?" + HELD + "=again&", call);
    }

    private static ResponseEntity<String> redirect(HttpStatus status, String path, BookCall call) {
        return ResponseEntity.status(status)
                .location(URI.create(
                        path + SiteLanguage.PARAMETER + "=" + call.language().tag()))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
