package org.bodywork.bookings.series.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.appointment.application.MoveVisit;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.Visit;
import org.bodywork.bookings.opening.domain.NotOffered;
import org.bodywork.bookings.series.application.FindSeries.SeriesVisit;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.Series.Step;
import org.bodywork.bookings.series.domain.SeriesChange;
import org.bodywork.bookings.series.domain.SeriesChange.Item;
import org.bodywork.bookings.series.domain.SeriesChange.Kind;
import org.bodywork.bookings.series.domain.SeriesChange.Result;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Moves or cancels visits of a series: one, or all from a date on. What is to be done is noted first; then each visit is
 * changed as its own link would change it, by the same rules; then it is noted what came of each.
 */
public final class ChangeSeries {

    private static final int MOST_TRIES = 5;

    private final FindSeries series;
    private final AllSeries all;
    private final ManageByLink visits;
    private final ManageLinks links;
    private final MoveVisit moves;
    private final BusinessClock clock;

    public ChangeSeries(
            FindSeries series,
            AllSeries all,
            ManageByLink visits,
            ManageLinks links,
            MoveVisit moves,
            BusinessClock clock) {
        this.series = series;
        this.all = all;
        this.visits = visits;
        this.links = links;
        this.moves = moves;
        this.clock = clock;
    }

    /** Which visits are meant, by the date of the first of them at the place. */
    public record Which(LocalDate from, boolean onlyThat) {}

    /**
     * The first of them to that start, the later ones by as many days and to the same time of day. Fails with a
     * {@link SeriesRefusal} or {@link Refusal}; nothing is moved then.
     */
    public Mono<Series> move(String secret, Which which, Instant start) {
        return Mono.defer(() -> start.isAfter(clock.now())
                ? change(secret, which, theirs -> moved(theirs, start))
                : Mono.error(new Refusal.StartHasPassed()));
    }

    public Mono<Series> cancel(String secret, Which which) {
        return change(
                secret,
                which,
                theirs -> new SeriesChange(
                        Kind.CANCEL,
                        theirs.stream()
                                .map(each -> new Item(each.number(), null, Result.PENDING))
                                .toList()));
    }

    private static SeriesChange moved(List<SeriesVisit> theirs, Instant start) {
        Visit first = theirs.getFirst().visit().state().visit();
        LocalDateTime there = start.atZone(first.zone()).toLocalDateTime();
        long days = ChronoUnit.DAYS.between(first.localStart().toLocalDate(), there.toLocalDate());
        return new SeriesChange(
                Kind.MOVE,
                theirs.stream()
                        .map(each -> new Item(
                                each.number(),
                                each.number() == theirs.getFirst().number()
                                        ? start
                                        : moved(each.visit().state().visit(), days, there),
                                Result.PENDING))
                        .toList());
    }

    private static Instant moved(Visit visit, long days, LocalDateTime there) {
        return visit.localStart()
                .toLocalDate()
                .plusDays(days)
                .atTime(there.toLocalTime())
                .atZone(visit.zone())
                .toInstant();
    }

    private Mono<Series> change(String secret, Which which, Function<List<SeriesVisit>, SeriesChange> wanted) {
        return series.find(secret)
                .flatMap(found -> found.step() == Step.CHANGING ? finish(found) : Mono.just(found))
                .flatMap(found -> found.step() == Step.BOOKED
                        ? Mono.just(found)
                        : Mono.error(new SeriesRefusal.StepForbids(found.step())))
                .flatMap(found -> series.visitsOf(found)
                        .map(theirs -> meant(theirs, which))
                        .filter(theirs -> !theirs.isEmpty())
                        .switchIfEmpty(Mono.error(SeriesRefusal.NoSuchVisit::new))
                        .map(wanted)
                        .flatMap(change -> all.replace(found, found.changing(change, now()))))
                .flatMap(this::finish)
                .retryWhen(Retry.max(MOST_TRIES).filter(ChangedMeanwhile.class::isInstance));
    }

    /** Those still to come, in order of time. */
    private List<SeriesVisit> meant(List<SeriesVisit> theirs, Which which) {
        Instant now = clock.now();
        return theirs.stream()
                .filter(each -> each.visit().clientMayCancel(now))
                .filter(each -> {
                    LocalDate date = each.visit().state().visit().localStart().toLocalDate();
                    return which.onlyThat() ? date.equals(which.from()) : !date.isBefore(which.from());
                })
                .sorted((one, other) -> one.visit()
                        .state()
                        .visit()
                        .start()
                        .compareTo(other.visit().state().visit().start()))
                .limit(which.onlyThat() ? 1 : Long.MAX_VALUE)
                .toList();
    }

    /** From wherever an earlier one has come to. */
    Mono<Series> finish(Series found) {
        SeriesChange change = Objects.requireNonNull(found.change());
        return series.visitsOf(found)
                .map(theirs -> theirs.stream().collect(Collectors.toMap(SeriesVisit::number, SeriesVisit::visit)))
                .flatMap(theirs -> inTurn(change, theirs)
                        .concatMap(item -> apply(change.kind(), item, theirs), 1)
                        .collectList())
                .flatMap(came -> all.replace(found, found.changed(new SeriesChange(change.kind(), came), now())));
    }

    /** Where they go to a later time the last one goes first, so that none is in the way of the one before it. */
    private static Flux<Item> inTurn(SeriesChange change, Map<Integer, Appointment> theirs) {
        Item first = change.items().getFirst();
        Appointment visit = theirs.get(first.number());
        boolean later = first.start() != null
                && visit != null
                && first.start().isAfter(visit.state().visit().start());
        return Flux.fromIterable(later ? change.items().reversed() : change.items());
    }

    private Mono<Item> apply(Kind kind, Item item, Map<Integer, Appointment> theirs) {
        Appointment visit = theirs.get(item.number());
        if (visit == null) {
            return Mono.just(item.with(Result.REFUSED));
        }
        String secret = links.secretOf(visit);
        Mono<Result> doing = switch (kind) {
            case MOVE ->
                moves.byClient(secret, Objects.requireNonNull(item.start()))
                        .map(moved -> moved.state().wanted() == null ? Result.DONE : Result.ASKED);
            case CANCEL -> visits.cancel(secret).map(_ -> Result.DONE);
        };
        return doing.onErrorResume(ChangeSeries::isRefusal, _ -> Mono.just(Result.REFUSED))
                .map(item::with);
    }

    private static boolean isRefusal(Throwable error) {
        return error instanceof Refusal || error instanceof NotOffered;
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
