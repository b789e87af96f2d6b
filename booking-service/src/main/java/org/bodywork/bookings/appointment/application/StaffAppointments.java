package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Companion;
import org.bodywork.bookings.appointment.domain.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The appointments a member of staff may work on; all others do not exist for them. */
public final class StaffAppointments {

    /** More than anybody can answer; the least urgent wait for their turn. */
    private static final int MOST_AWAITING = 100;

    private final Appointments appointments;
    private final Archive archive;
    private final ChangeAppointment changes;

    public StaffAppointments(Appointments appointments, Archive archive) {
        this.appointments = appointments;
        this.archive = archive;
        this.changes = new ChangeAppointment(appointments);
    }

    /** However long ago they were, and each as it is for whoever asks to see. */
    public Flux<Appointment> list(StaffQuery query) {
        return Mono.zip(
                        appointments.list(query).collectList(),
                        archive.list(query).collectList(),
                        (present, past) -> inOrder(present, past, query.size() + 1))
                .flatMapIterable(found -> found)
                .map(query.asking()::seen);
    }

    /** What a client asks for and can still be answered, the most urgent first. */
    public Mono<List<Appointment>> awaiting(Colleague asking, Instant now) {
        return appointments
                .awaiting(asking, now)
                .filter(appointment -> appointment.awaitsTherapistAt(now) && awaits(appointment, asking))
                .map(asking::seen)
                .sort(Comparator.comparing(Appointment::answerDueBy, Comparator.nullsLast(Comparator.naturalOrder())))
                .take(MOST_AWAITING)
                .collectList();
    }

    /** Of two therapists, who has said yes is asked no more. */
    private static boolean awaits(Appointment appointment, Colleague asking) {
        Companion companion = appointment.state().companion();
        return companion == null || !companion.accepted().containsAll(asking.answersFor(appointment));
    }

    /** However long ago it was, and as it is for whoever asks to see. */
    public Mono<Appointment> byId(AppointmentId id, Colleague asking) {
        return theirs(appointments.byId(id), asking)
                .switchIfEmpty(theirs(archive.byId(id), asking))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new))
                .map(asking::seen);
    }

    Mono<Appointment> change(AppointmentId id, Colleague asking, Function<Appointment, Optional<Change>> decide) {
        return changes.change(toChange(id, asking), decide);
    }

    /** Of one that is archived nothing changes any more. */
    Mono<Appointment> toChange(AppointmentId id, Colleague asking) {
        return theirs(appointments.byId(id), asking)
                .switchIfEmpty(theirs(archive.byId(id), asking).flatMap(StaffAppointments::refuse))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    private static Mono<Appointment> theirs(Mono<Appointment> found, Colleague asking) {
        return found.filter(asking::mayWorkOn);
    }

    private static Mono<Appointment> refuse(Appointment archived) {
        return Mono.error(new Refusal.StateForbids(archived.status()));
    }

    /** One that is on its way to the archive is in both for a moment; as it is at present counts. */
    private static List<Appointment> inOrder(List<Appointment> present, List<Appointment> past, int most) {
        Map<AppointmentId, Appointment> each = new LinkedHashMap<>();
        Stream.concat(present.stream(), past.stream()).forEach(found -> each.putIfAbsent(found.id(), found));
        return each.values().stream()
                .sorted(Comparator.comparing(
                                (Appointment found) -> found.state().visit().start())
                        .thenComparing(found -> found.id().toString()))
                .limit(most)
                .toList();
    }
}
