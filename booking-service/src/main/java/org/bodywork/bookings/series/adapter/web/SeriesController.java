package org.bodywork.bookings.series.adapter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.bodywork.bookings.BrowserToken;
import org.bodywork.bookings.IdempotencyKey;
import org.bodywork.bookings.appointment.application.BookingLimits.Visitor;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.proof.ProvenClients;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Book;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Cancel;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Hold;
import org.bodywork.bookings.series.adapter.web.SeriesRequests.Move;
import org.bodywork.bookings.series.application.BookSeries;
import org.bodywork.bookings.series.application.ChangeSeries;
import org.bodywork.bookings.series.application.ChangeSeries.Which;
import org.bodywork.bookings.series.application.FindSeries;
import org.bodywork.bookings.series.application.FindSeries.SeriesVisit;
import org.bodywork.bookings.series.application.HoldSeries;
import org.bodywork.bookings.series.application.SeriesTimes;
import org.bodywork.bookings.series.domain.Booker;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesWish;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.web.ClientAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Visits at a regular distance, found and held in one call. */
@RestController
@RequestMapping("/api/series")
@Tag(name = "Booking a series of visits")
class SeriesController {

    private final HoldSeries holding;
    private final SeriesTimes times;
    private final BookSeries booking;
    private final ChangeSeries changes;
    private final FindSeries series;
    private final ManageLinks links;
    private final Recognition recognition;
    private final ProvenClients proven;

    SeriesController(
            HoldSeries holding,
            SeriesTimes times,
            BookSeries booking,
            ChangeSeries changes,
            FindSeries series,
            ManageLinks links,
            Recognition recognition,
            ProvenClients proven) {
        this.holding = holding;
        this.times = times;
        this.booking = booking;
        this.changes = changes;
        this.series = series;
        this.links = links;
        this.recognition = recognition;
        this.proven = proven;
    }

    @PostMapping
    @Operation(
            summary = "Find and hold a time for every date of a series",
            description = "`count` visits, 2 to 12, from the date `first` on, `every` so many days or weeks (P1W), "
                    + "within an hour of `around` on the wall clock of the place. A date that does not fit gets up to "
                    + "three alternatives, held too: with `orAnother` first others at that time, then other times. "
                    + "`any` in place of therapist and treatment takes whoever fits most of the dates. All of it is "
                    + "held for fifteen minutes and counts as one hold.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "16 to 128 visible ASCII characters; the same key and body give the same series again")
    @ApiResponse(responseCode = "201", description = "Each date with its time, its alternatives, or why there is none")
    @ApiResponse(responseCode = "404", description = "No such therapist or treatment")
    @ApiResponse(responseCode = "409", description = "returning-clients-only; new-clients-only")
    @ApiResponse(responseCode = "422", description = "The key was used for something else")
    @ApiResponse(responseCode = "429", description = "This browser or address holds enough")
    Mono<ResponseEntity<SeriesView>> hold(
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody Hold request,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        Fingerprint asked = recognition.of("series|" + IdempotencyKey.of(headers), EventJson.write(request));
        Visitor visitor = recognition.visitor(BrowserToken.of(exchange), ClientAddress.of(exchange));
        return wish(request)
                .flatMap(wish -> proven.asking(wish.therapist(), exchange)
                        .flatMap(asking -> holding.hold(wish, asking, visitor, asked)))
                .flatMap(answer -> view(answer.series()).map(view -> {
                    ResponseEntity.BodyBuilder response = ResponseEntity.created(URI.create("/api/series/"
                            + links.seriesSecretOf(answer.series().id().toString())));
                    if (answer.replayed()) {
                        response.header(IdempotencyKey.REPLAYED, "true");
                    }
                    return response.body(view);
                }));
    }

    private Mono<SeriesWish> wish(Hold request) {
        return request.any() == null
                ? Mono.fromCallable(() -> SeriesForm.wish(request))
                : times.whoFits(SeriesForm.need(request.any()), SeriesForm.regularly(request));
    }

    @GetMapping("/{secret}")
    @Operation(summary = "The series and how each of its visits stands")
    Mono<SeriesView> show(@PathVariable String secret) {
        return series.find(secret).flatMap(this::view);
    }

    @PostMapping("/{secret}/book")
    @Operation(
            summary = "Book what is held: all that fits, or the dates and alternatives named",
            description =
                    "Each becomes a visit of its own, with its own link; together they count as one booking. What "
                            + "could not be booked after all is NOT_BOOKED, and the others stand. The same asked again is "
                            + "answered the same.")
    @ApiResponse(responseCode = "200", description = "See the status of each date")
    @ApiResponse(responseCode = "409", description = "state-conflict: it has expired, or is booked; nothing-to-book")
    @ApiResponse(responseCode = "429", description = "This contact has enough open requests, or bookings today")
    Mono<SeriesView> book(
            @PathVariable String secret,
            @RequestBody Book request,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        return series.find(secret)
                // Checking a phone number reads the rules of its country from the class path the first time.
                .publishOn(Schedulers.boundedElastic())
                .flatMap(found -> {
                    Client client = SeriesForm.client(
                            request.client(), request.consent().sms());
                    return proven.historyOf(client.email().value(), exchange)
                            .map(history -> booker(client, request, history))
                            .flatMap(by -> booking.book(
                                    secret, SeriesForm.times(request, found), by, EventJson.write(request)));
                })
                .flatMap(this::view);
    }

    private Booker booker(Client client, Book request, ClientHistory history) {
        return new Booker(
                client,
                recognition.refOf(client.email()),
                request.consent().email(),
                request.consent().sms(),
                !history.equals(ClientHistory.NONE));
    }

    @PostMapping("/{secret}/move")
    @Operation(
            summary = "Move its visits from a date on, or `only` the one of that date",
            description = "The first of them to `start`, the others by as many days and to the same time of day, each "
                    + "as its own link would move it: at once, or as a request that the therapist answers. One that "
                    + "cannot move stays where it is; see `change`.")
    @ApiResponse(responseCode = "409", description = "no-such-visit; state-conflict")
    Mono<SeriesView> move(@PathVariable String secret, @RequestBody Move request) {
        Which which = new Which(SeriesForm.date(request.from(), "/from"), Boolean.TRUE.equals(request.only()));
        return changes.move(secret, which, SeriesForm.start(request.start(), "/start"))
                .flatMap(this::view);
    }

    @PostMapping("/{secret}/cancel")
    @Operation(
            summary = "Cancel all of its visits to come, those from a date on, or `only` the one of that date",
            description = "Each as its own link would cancel it: inside the cut-off it is marked late.")
    @ApiResponse(responseCode = "409", description = "no-such-visit; state-conflict")
    Mono<SeriesView> cancel(@PathVariable String secret, @RequestBody Cancel request) {
        LocalDate from = request.from() == null ? LocalDate.EPOCH : SeriesForm.date(request.from(), "/from");
        return changes.cancel(secret, new Which(from, Boolean.TRUE.equals(request.only())))
                .flatMap(this::view);
    }

    private Mono<SeriesView> view(Series found) {
        return series.visitsOf(found).map(visits -> {
            Map<Integer, Appointment> byNumber =
                    visits.stream().collect(Collectors.toMap(SeriesVisit::number, SeriesVisit::visit));
            return SeriesView.of(found, byNumber, links);
        });
    }
}
