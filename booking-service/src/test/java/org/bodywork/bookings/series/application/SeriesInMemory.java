package org.bodywork.bookings.series.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.application.Appointments.ChangedMeanwhile;
import org.bodywork.bookings.appointment.application.Fingerprint;
import org.bodywork.bookings.appointment.application.ManageLinks;
import org.bodywork.bookings.series.domain.Series;
import org.bodywork.bookings.series.domain.SeriesId;
import org.bodywork.platform.crypto.Digests;
import reactor.core.publisher.Mono;

/** Keeps the promises of the port in a map. */
final class SeriesInMemory implements AllSeries {

    private final Map<SeriesId, Series> stored = new LinkedHashMap<>();
    private final Map<String, SeriesId> keys = new LinkedHashMap<>();
    private final Map<SeriesId, String> bodies = new LinkedHashMap<>();
    private final ManageLinks links;

    SeriesInMemory(ManageLinks links) {
        this.links = links;
    }

    List<Series> all() {
        return List.copyOf(stored.values());
    }

    @Override
    public Mono<Series> add(Series begun, Fingerprint fingerprint) {
        return Mono.fromSupplier(() -> {
            if (keys.putIfAbsent(fingerprint.requestKey(), begun.id()) != null) {
                throw new Known();
            }
            bodies.put(begun.id(), fingerprint.bodyHash());
            stored.put(begun.id(), begun);
            return begun;
        });
    }

    @Override
    public Mono<Series> replace(Series before, Series after) {
        return Mono.fromSupplier(() -> {
            Series present = stored.get(before.id());
            if (present == null || present.version() != before.version()) {
                throw new ChangedMeanwhile();
            }
            stored.put(after.id(), after);
            return after;
        });
    }

    @Override
    public Mono<Void> drop(Series seen) {
        return Mono.fromRunnable(() -> {
            Series present = stored.get(seen.id());
            if (present != null && present.version() == seen.version()) {
                stored.remove(seen.id());
                keys.values().remove(seen.id());
            }
        });
    }

    @Override
    public Mono<Series> byId(SeriesId id) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(stored.get(id))));
    }

    @Override
    public Mono<Series> bySecretHash(String hash) {
        return Mono.defer(() -> Mono.justOrEmpty(stored.values().stream()
                .filter(series -> Digests.sha256Hex(
                                links.seriesSecretOf(series.id().toString()))
                        .equals(hash))
                .findFirst()));
    }

    @Override
    public Mono<Begun> byRequestKey(String requestKey) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(keys.get(requestKey))
                .flatMap(id -> Optional.ofNullable(stored.get(id)))
                .map(series -> new Begun(series, bodies.getOrDefault(series.id(), "")))));
    }

    @Override
    public Mono<Void> forget(String clientRef) {
        return Mono.fromRunnable(() -> stored.values().removeIf(series -> clientRef.equals(series.clientRef())));
    }
}
