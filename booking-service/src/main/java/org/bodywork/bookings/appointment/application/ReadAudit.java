package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.AuditEntry;
import org.bodywork.bookings.appointment.domain.AuditEntry.Action;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.Status;
import org.bodywork.bookings.opening.domain.TherapistId;
import org.bodywork.bookings.opening.domain.Waiver;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells the staff of a practice what was done to one of its visits, and by whom. */
public final class ReadAudit {

    private final StaffAppointments staff;
    private final Appointments appointments;

    public ReadAudit(StaffAppointments staff, Appointments appointments) {
        this.staff = staff;
        this.appointments = appointments;
    }

    /** Oldest first. */
    public Mono<List<Step>> read(AppointmentId id, Colleague asking) {
        return staff.byId(id, asking)
                .zipWhen(
                        visit -> appointments.readingsOf(visit.id()),
                        (visit, readings) -> Stream.concat(
                                        changes(visit).stream(),
                                        readings.stream().map(ReadAudit::step))
                                .sorted(Comparator.comparing(Step::at))
                                .toList());
    }

    private static List<Step> changes(Appointment visit) {
        TherapistId therapist = visit.state().visit().part().therapist();
        List<Step> steps = new ArrayList<>();
        Stand before = null;
        for (AuditEntry entry : visit.state().audit()) {
            Instant known = before == null ? null : before.start();
            boolean asks = entry.action() == Action.MOVE_ASKED;
            Instant then = asks || entry.start() == null ? known : entry.start();
            Stand after = new Stand(entry.to(), then, therapist);
            steps.add(new Step(
                    entry.at(),
                    entry.by(),
                    entry.action().name(),
                    entry.reason(),
                    before,
                    after,
                    asks ? entry.start() : null,
                    entry.waived()));
            before = after;
        }
        return steps;
    }

    private static Step step(IntakeReading reading) {
        return new Step(
                reading.at(),
                Actor.staff(reading.accountId()),
                reading.of() + "_READ",
                null,
                null,
                null,
                null,
                Set.of());
    }

    /**
     * One thing that was done.
     *
     * @param before null for the first, and where nothing about the visit changed
     * @param wanted the time that somebody asks to move to, while the visit stays where it is
     * @param waived the rules of the listing that staff set aside
     */
    public record Step(
            Instant at,
            Actor by,
            String action,
            @Nullable String reason,
            @Nullable Stand before,
            @Nullable Stand after,
            @Nullable Instant wanted,
            Set<Waiver> waived) {}

    /**
     * How the visit stood.
     *
     * @param start null where it was not noted yet
     */
    public record Stand(Status status, @Nullable Instant start, TherapistId therapist) {}
}
