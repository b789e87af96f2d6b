package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.HeldFor;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.bodywork.bookings.opening.domain.BusyTimes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the promises of the port in a map, and lets a test do something just before a write. */
public final class AppointmentsInMemory implements Appointments {

    private final Map<AppointmentId, Appointment> stored = new LinkedHashMap<>();
    private final Map<AppointmentId, Hold> held = new LinkedHashMap<>();
    private final Map<String, Remembered> answered = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<AppointmentId, List<IntakeReading>> readings = new LinkedHashMap<>();
    private boolean losesReadings;
    private final Set<AppointmentId> settled = new HashSet<>();
    private Runnable beforeNextAdd = () -> {};
    private int adds;
    private int daysLookedAt;
    private final @Nullable ManageLinks links;

    public AppointmentsInMemory() {
        this(null);
    }

    /** Whose visits are found by their links too. */
    public AppointmentsInMemory(@Nullable ManageLinks links) {
        this.links = links;
    }

    /** All that stands, and all that ever was booked. */
    public List<Appointment> visits() {
        return List.copyOf(stored.values());
    }

    /** All that is only held, or was. */
    public List<Hold> held() {
        return List.copyOf(held.values());
    }

    /** What is taken, as openings see it. */
    public BusyTimes busy(Instant now) {
        return BusyTimes.of(
                holders().flatMap(holder -> holder.claims().stream()).toList(), now);
    }

    void beforeNextAdd(Runnable action) {
        beforeNextAdd = action;
    }

    Set<AppointmentId> settled() {
        return settled;
    }

    int adds() {
        return adds;
    }

    List<Change> changes() {
        return changes;
    }

    /** Stores it whatever else is there. */
    public Appointment put(Appointment appointment) {
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
            return store(appointment, fingerprint);
        });
    }

    @Override
    public Mono<Appointment> book(Hold hold, Appointment appointment, Fingerprint fingerprint, Instant now) {
        return Mono.fromSupplier(() -> {
            if (!hold.equals(held.get(hold.id())) || !hold.standsAt(now)) {
                throw new ChangedMeanwhile();
            }
            Appointment booked = store(appointment, fingerprint);
            held.remove(hold.id());
            return booked;
        });
    }

    private Appointment store(Appointment appointment, Fingerprint fingerprint) {
        requireFree(appointment);
        if (answered.containsKey(fingerprint.requestKey())) {
            throw new TimeTaken();
        }
        answered.put(fingerprint.requestKey(), new Remembered(appointment, fingerprint.bodyHash()));
        return put(appointment);
    }

    private void requireFree(Holder taking) {
        Set<String> wanted = keysOf(taking);
        if (holders()
                .filter(other -> !other.id().equals(taking.id()))
                .anyMatch(other -> !Collections.disjoint(keysOf(other), wanted))) {
            throw new TimeTaken();
        }
    }

    private static Set<String> keysOf(Holder holder) {
        return holder.claims().stream().flatMap(claim -> claim.keys().stream()).collect(Collectors.toSet());
    }

    private Stream<Holder> holders() {
        return Stream.concat(stored.values().stream(), held.values().stream());
    }

    /** The holds among it. */
    public Holds holds() {
        return new HoldsInMemory();
    }

    @Override
    public Mono<Appointment> apply(Change change) {
        return Mono.fromSupplier(() -> {
            Appointment present = stored.get(change.before().id());
            if (present == null
                    || present.state().version() != change.before().state().version()) {
                throw new ChangedMeanwhile();
            }
            requireFree(change.after());
            changes.add(change);
            return put(change.after());
        });
    }

    @Override
    public Mono<Void> settle(Appointment ended) {
        return Mono.fromRunnable(() -> settled.add(ended.id()));
    }

    /** Lets the next readings fail to be noted. */
    void loseReadings() {
        losesReadings = true;
    }

    @Override
    public Mono<Void> noteReading(AppointmentId id, IntakeReading reading) {
        return Mono.fromRunnable(() -> {
            if (losesReadings) {
                throw new IllegalStateException("the database is away");
            }
            readings.computeIfAbsent(id, _ -> new ArrayList<>()).add(reading);
        });
    }

    @Override
    public Mono<List<IntakeReading>> readingsOf(AppointmentId id) {
        return Mono.fromSupplier(() -> List.copyOf(readings.getOrDefault(id, List.of())));
    }

    @Override
    public Flux<Appointment> ofClient(String client, StaffQuery.@Nullable Position after, int size) {
        return Flux.fromStream(() -> stored.values().stream()
                .filter(visit -> visit.state().marks().ref().equals(client))
                .limit(size));
    }

    @Override
    public Mono<Appointment> byId(AppointmentId id) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(stored.get(id))));
    }

    @Override
    public Mono<Appointment> bySecretHash(String hash) {
        return Flux.defer(() -> Flux.fromIterable(visits()))
                .filter(visit -> links != null && links.hashOf(visit).equals(hash))
                .next();
    }

    @Override
    public Mono<Appointment> byCompanionHash(String hash) {
        return Mono.empty();
    }

    @Override
    public Mono<Appointment> byAnswerHash(String hash) {
        return Mono.empty();
    }

    @Override
    public Mono<Remembered> byRequestKey(String requestKey) {
        return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(answered.get(requestKey))));
    }

    @Override
    public Flux<Holder> holding(Collection<String> keys) {
        return Flux.defer(() -> Flux.fromIterable(holders().toList()))
                .filter(holder -> !Collections.disjoint(keysOf(holder), keys));
    }

    @Override
    public Flux<Holder> on(WorkDay day) {
        return Flux.defer(() -> {
            daysLookedAt++;
            return Flux.fromIterable(holders().toList());
        });
    }

    int daysLookedAt() {
        return daysLookedAt;
    }

    @Override
    public Flux<Appointment> list(StaffQuery query) {
        return Flux.error(new UnsupportedOperationException("lists are the store's to test"));
    }

    @Override
    public Flux<Appointment> awaiting(Colleague asking, Instant now) {
        return Flux.fromStream(() -> stored.values().stream().filter(asking::mayWorkOn));
    }

    private final class HoldsInMemory implements Holds {

        @Override
        public Mono<Hold> add(Hold hold) {
            return Mono.fromSupplier(() -> {
                requireFree(hold);
                held.put(hold.id(), hold);
                return hold;
            });
        }

        @Override
        public Mono<Hold> apply(Hold.Change change) {
            return Mono.fromSupplier(() -> {
                if (!held.replace(change.before().id(), change.before(), change.after())) {
                    throw new ChangedMeanwhile();
                }
                return change.after();
            });
        }

        @Override
        public Mono<Hold> byId(AppointmentId id) {
            return Mono.defer(() -> Mono.justOrEmpty(Optional.ofNullable(held.get(id))));
        }

        @Override
        public Flux<Hold> keptFor(HeldFor purpose) {
            return Flux.fromStream(
                    () -> held.values().stream().filter(hold -> hold.open() && purpose.equals(hold.heldFor())));
        }

        @Override
        public Mono<Void> drop(AppointmentId id) {
            return Mono.fromRunnable(() -> held.remove(id));
        }
    }
}
