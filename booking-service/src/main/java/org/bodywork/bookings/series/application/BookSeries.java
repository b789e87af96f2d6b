package org.bodywork.bookings.series.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.BookAppointment;
import org.bodywork.bookings.appointment.application.BookingRequest;
import org.bodywork.bookings.appointment.application.Recognition;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.SeriesPlace;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.ClientHistory;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.series.domain.Booker;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.Series.Step;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesDate.Time;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Books the times that are kept for a series: notes what is to be booked, books one after the other, each under a key of
 * its own, gives back what is left, and notes what came of it. Each of these writes may be done again, so whoever finds
 * a series in between brings it to its end.
 */
public final class BookSeries {

    private static final int MOST_TRIES = 5;

    private static final Logger log = LoggerFactory.getLogger(BookSeries.class);

    private final FindSeries series;
    private final AllSeries all;
    private final HoldSeries holding;
    private final BookAppointment booking;
    private final ClientRecords clients;
    private final Recognition recognition;
    private final BusinessClock clock;

    public BookSeries(
            FindSeries series,
            AllSeries all,
            HoldSeries holding,
            BookAppointment booking,
            ClientRecords clients,
            Recognition recognition,
            BusinessClock clock) {
        this.series = series;
        this.all = all;
        this.holding = holding;
        this.booking = booking;
        this.clients = clients;
        this.recognition = recognition;
        this.clock = clock;
    }

    /**
     * Books these times, or all that fit where none is named. The same asked again is answered the same. Fails with a
     * {@link SeriesRefusal}, or with {@link Refusal.TooMany} when the contact has enough; nothing is booked then.
     *
     * @param times the ids of times kept for it, one for a date at most; empty for all that fit
     * @param body what is asked for, always written the same way
     */
    public Mono<Series> book(String secret, Set<AppointmentId> times, Booker by, String body) {
        String asked = recognition.of("series-book", body).bodyHash();
        return series.find(secret)
                .flatMap(found -> switch (found.step()) {
                    case HELD -> start(found, times, by, asked).flatMap(this::finish);
                    case BOOKING -> requireSame(found, asked).flatMap(this::finish);
                    case BOOKED, CHANGING -> requireSame(found, asked);
                    case HOLDING, EXPIRED -> Mono.error(new SeriesRefusal.StepForbids(found.step()));
                })
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    private Mono<Series> start(Series held, Set<AppointmentId> times, Booker by, String asked) {
        Instant now = now();
        if (!held.isBookableAt(now)) {
            return Mono.error(new SeriesRefusal.StepForbids(Step.EXPIRED));
        }
        Set<AppointmentId> wanted = times.isEmpty() ? held.fitting() : times;
        return wanted.isEmpty() || !held.offers(wanted)
                ? Mono.error(new SeriesRefusal.NotOnOffer())
                : all.replace(held, held.booking(wanted, by, asked, now));
    }

    private static Mono<Series> requireSame(Series found, String asked) {
        return asked.equals(found.asked()) ? Mono.just(found) : Mono.error(new SeriesRefusal.StepForbids(found.step()));
    }

    /** From wherever an earlier one has come to. */
    Mono<Series> finish(Series found) {
        Booker by = Objects.requireNonNull(found.booker());
        return history(by)
                .flatMap(history -> bookAll(found, by, history))
                .flatMap(became -> holding.release(found).then(Mono.defer(() -> note(found, became))))
                .onErrorResume(
                        Refusal.TooMany.class,
                        enough -> all.replace(found, found.heldAgain(now())).then(Mono.error(enough)));
    }

    private Mono<Series> note(Series found, Map<Integer, SeriesDate> became) {
        List<SeriesDate> dates = found.dates().stream()
                .map(date -> Optional.ofNullable(became.get(date.number())).orElseGet(date::leftOut))
                .toList();
        return all.replace(found, found.booked(dates, now()))
                .doOnNext(booked -> log.atInfo()
                        .addKeyValue("series", booked.id())
                        .addKeyValue("visits", booked.visits().size())
                        .log("Series booked"));
    }

    /** The first one stands for all with the limits of its contact: where it is refused for them, none is booked. */
    private Mono<Map<Integer, SeriesDate>> bookAll(Series found, Booker by, ClientHistory history) {
        List<SeriesDate> chosen = found.chosen();
        return Flux.fromIterable(chosen)
                .index()
                .concatMap(
                        turn -> book(
                                found,
                                turn.getT2(),
                                new SeriesPlace(
                                        found.id().toString(), Math.toIntExact(turn.getT1() + 1), chosen.size()),
                                by,
                                history),
                        1)
                .collectMap(SeriesDate::number);
    }

    private Mono<SeriesDate> book(Series found, SeriesDate date, SeriesPlace place, Booker by, ClientHistory history) {
        Time time = Objects.requireNonNull(date.chosen());
        HeldFor purpose = time.equals(date.held()) ? found.purpose() : found.alternatives();
        BookingRequest request = new BookingRequest(
                        time.therapist(),
                        time.treatment(),
                        time.start(),
                        time.hold(),
                        by.client(),
                        by.emailAgreed(),
                        by.smsAgreed(),
                        null,
                        null,
                        history,
                        null)
                .onHoldFor(purpose)
                .inSeries(place);
        return booking.book(request, recognition.of("series|" + found.id() + "|" + date.number(), time.toString()))
                .map(booked -> date.booked(booked.appointment().id()))
                .onErrorResume(BookSeries::isNoTime, _ -> Mono.just(date.notBooked()));
    }

    /** The client is elsewhere then, or the minutes were over and somebody else took it. */
    private static boolean isNoTime(Throwable error) {
        return error instanceof NotOffered || (error instanceof Refusal && !(error instanceof Refusal.TooMany));
    }

    private Mono<ClientHistory> history(Booker by) {
        return by.proven()
                ? clients.historyOf(by.ref()).defaultIfEmpty(ClientHistory.NONE)
                : Mono.just(ClientHistory.NONE);
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
