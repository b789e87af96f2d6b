package org.bodywork.bookings.series.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** What becomes of a series that is due: whatever was left in between is brought to its end, by whoever finds it. */
public final class EndSeries {

    private final AllSeries all;
    private final FindSeries series;
    private final HoldSeries holding;
    private final BookSeries booking;
    private final ChangeSeries changes;
    private final BusinessClock clock;

    public EndSeries(
            AllSeries all,
            FindSeries series,
            HoldSeries holding,
            BookSeries booking,
            ChangeSeries changes,
            BusinessClock clock) {
        this.all = all;
        this.series = series;
        this.holding = holding;
        this.booking = booking;
        this.changes = changes;
        this.clock = clock;
    }

    /** Does nothing to one that is not due. */
    public Mono<Void> look(SeriesId id) {
        return all.byId(id)
                .filter(found -> !found.due().isAfter(clock.now()))
                .flatMap(this::goOn)
                // Somebody else is at it.
                .onErrorResume(ChangedMeanwhile.class, _ -> Mono.empty());
    }

    private Mono<Void> goOn(Series found) {
        return switch (found.step()) {
            case HOLDING, HELD ->
                holding.release(found)
                        .then(Mono.defer(() -> all.replace(found, found.expired(now()))))
                        .then();
            case BOOKING ->
                // It is held again then, for what is left of its minutes.
                booking.finish(found).then().onErrorComplete(Refusal.TooMany.class);
            case CHANGING -> changes.finish(found).then();
            case EXPIRED -> all.drop(found);
            case BOOKED -> keepOrDrop(found);
        };
    }

    private Mono<Void> keepOrDrop(Series found) {
        Instant now = now();
        return series.visitsOf(found)
                .flatMap(visits -> visits.stream().anyMatch(each -> each.visit().linkStillReads(now))
                        ? all.replace(found, found.kept(now)).then()
                        : all.drop(found));
    }

    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
