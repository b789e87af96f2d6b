package org.bodywork.bookings.series.application;

import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesId;
import reactor.core.publisher.Mono;

/** All series. */
public interface AllSeries {

    /** Fails with {@link Known} when the same request has begun one. */
    Mono<Series> add(Series begun, Fingerprint fingerprint);

    /** Fails with {@link ChangedMeanwhile} when it is no longer what the change was decided on. */
    Mono<Series> replace(Series before, Series after);

    /** If it still is what was seen. */
    Mono<Void> drop(Series seen);

    Mono<Series> byId(SeriesId id);

    /** By the SHA-256 of the secret of its link. */
    Mono<Series> bySecretHash(String hash);

    /** What the request with that key has begun, if it has. */
    Mono<Begun> byRequestKey(String requestKey);

    /** All that is known of a client's series; the visits are forgotten apart. */
    Mono<Void> forget(String clientRef);

    /**
     * A series that a request has begun.
     *
     * @param bodyHash the keyed hash of what was asked for then
     */
    record Begun(Series series, String bodyHash) {}

    /** The same request has begun a series already. */
    final class Known extends RuntimeException {
        public Known() {
            super("known", null, false, false);
        }
    }
}
