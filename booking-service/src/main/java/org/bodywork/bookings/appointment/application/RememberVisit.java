package org.bodywork.bookings.appointment.application;

import java.util.List;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AppointmentState;
import org.bodywork.bookings.appointment.domain.Intake;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.client.application.ClientRecords;
import org.bodywork.bookings.client.domain.KnownIntake;
import org.bodywork.bookings.client.domain.PastVisit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds a visit that took place to what is remembered of its client, and lets whoever else it matters to know. It is due from the very write that completes the
 * visit, so it happens, and may happen twice.
 */
public final class RememberVisit {

    private final Appointments appointments;
    private final ClientRecords clients;
    private final List<AfterVisit> others;

    public RememberVisit(Appointments appointments, ClientRecords clients, List<AfterVisit> others) {
        this.appointments = appointments;
        this.clients = clients;
        this.others = List.copyOf(others);
    }

    public Mono<Void> remember(AppointmentId id) {
        return appointments
                .byId(id)
                .filter(visit -> visit.status() == Status.COMPLETED)
                .flatMap(visit -> rememberOf(visit)
                        .then(Mono.defer(() -> rememberCompanionOf(visit)))
                        .thenMany(Flux.fromIterable(others))
                        .concatMap(other -> other.tookPlace(visit))
                        .then(Mono.defer(() -> appointments.settle(visit))));
    }

    private Mono<Void> rememberOf(Appointment visit) {
        return clients.visited(visit.state().marks().ref(), pastVisit(visit));
    }

    private Mono<Void> rememberCompanionOf(Appointment visit) {
        return visit.state().companion() == null ? Mono.empty() : rememberOf(visit.seenByCompanion());
    }

    private static PastVisit pastVisit(Appointment visit) {
        AppointmentState state = visit.state();
        return new PastVisit(
                state.papers(),
                state.visit().practice(),
                state.visit().part().therapist(),
                state.visit().start(),
                knownIntake(state));
    }

    private static @Nullable KnownIntake knownIntake(AppointmentState state) {
        Intake intake = state.intake();
        return intake == null
                ? null
                : new KnownIntake(
                        state.visit().practice(),
                        state.marks().key(),
                        state.papers(),
                        intake.form(),
                        intake.at(),
                        intake.answers());
    }
}
