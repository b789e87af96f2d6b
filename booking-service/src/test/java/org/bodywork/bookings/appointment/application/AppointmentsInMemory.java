package org.bodywork.bookings.appointment.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the promises of the port in a map, and lets a test do something just before a write. */
final class AppointmentsInMemory implements Appointments {

    private final Map<AppointmentId, Appointment> stored = new LinkedHashMap<>();
    private final Map<String, Remembered> answered = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Runnable beforeNextAdd = () -> {};
    private int adds;

    void beforeNextAdd(Runnable action) {
        beforeNextAdd = action;
    }

    int adds() {
        return adds;
    }

    List<Change> changes() {
        return changes;
    }

    /** Stores it whatever else is there. */
    Appointment put(Appointment appointment) {
        stored.put(appointment.id(), appointment);
        return appointment;
    }

    @Override
    public Mono<Appointment> add(Appointment appointment, Fingerprint fingerprint) {
        return Mono.fromSupplier(() -> {
            adds++;
            Runnable action = beforeNextAdd;
            beforeNextAdd = () -> {};
            action.run();
            boolean taken = stored.values().stream()
                    .anyMatch(other -> !Collections.disjoint(other.occupied(), appointment.occupied()));
            if (taken || answered.containsKey(fingerprint.requestKey())) {
                throw new TimeTaken();
            }
            answered.put(fingerprint.requestKey(), new Remembered(appointment, fingerprint.bodyHash()));
            return put(appointment);
        });
    }

    @Override
    public Mono<Appointment> apply(Change change) {
        return Mono.fromSupplier(() -> {
            Appointment present = stored.get(change.before().id());
            if (present == null
                    || present.state().version() != change.before().state().version()) {
                throw new ChangedMeanwhile();
            }
            changes.add(change);
            return put(change.after());
        });
    }

    @Override
    public Mono<Appointment> byId(AppointmentId id) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(stored.get(id))));
    }

    @Override
    public Mono<Appointment> bySecretHash(String hash) {
        return Mono.empty();
    }

    @Override
    public Mono<Remembered> byRequestKey(String requestKey) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(answered.get(requestKey))));
    }

    @Override
    public Flux<Appointment> holding(Collection<String> keys) {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(stored.values())))
                .filter(appointment -> !Collections.disjoint(appointment.occupied(), keys));
    }

    @Override
    public Flux<Appointment> list(StaffQuery query) {
        return Flux.error(new UnsupportedOperationException("lists are the store's to test"));
    }
}
