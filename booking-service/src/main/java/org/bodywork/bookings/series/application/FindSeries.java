package org.bodywork.bookings.series.application;

import java.util.List;
import org.bodywork.bookings.appointment.application.Appointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesDate;
import org.bodywork.bookings.series.domain.SeriesRefusal;
import org.bodywork.platform.crypto.Digests;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A series and its visits, for whoever holds the secret of its link. */
public final class FindSeries {

    private final AllSeries all;
    private final Appointments appointments;

    public FindSeries(AllSeries all, Appointments appointments) {
        this.all = all;
        this.appointments = appointments;
    }

    public Mono<Series> find(String secret) {
        return Mono.defer(() -> all.bySecretHash(Digests.sha256Hex(secret)))
                .switchIfEmpty(Mono.error(SeriesRefusal.NoSuchSeries::new));
    }

    /** In order of the wish. One that staff have given to somebody else, or that was archived, is left out. */
    public Mono<List<SeriesVisit>> visitsOf(Series series) {
        return Flux.fromIterable(series.dates())
                .concatMap(date -> visit(series, date))
                .collectList();
    }

    private Mono<SeriesVisit> visit(Series series, SeriesDate date) {
        return Mono.justOrEmpty(date.visit())
                .flatMap(appointments::byId)
                .filter(visit -> visit.state().marks().ref().equals(series.clientRef()))
                .map(visit -> new SeriesVisit(date.number(), visit));
    }

    /**
     * One visit of a series.
     *
     * @param number of the date it was booked for
     */
    public record SeriesVisit(int number, Appointment visit) {}
}
