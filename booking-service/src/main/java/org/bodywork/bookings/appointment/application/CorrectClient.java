package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.bodywork.bookings.appointment.application.Appointments.TimeTaken;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Client;
import org.bodywork.bookings.appointment.domain.ClientMarks;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.opening.application.Listings;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts right who the client of a visit is. The person's own time goes with them in the same write, so that nobody is in
 * two places under their right name either.
 */
public final class CorrectClient {

    private final StaffAppointments staff;
    private final Appointments appointments;
    private final TakeTime time;
    private final BookableStarts starts;
    private final Listings listings;
    private final Recognition recognition;
    private final PrivateTexts texts;
    private final BusinessClock clock;

    public CorrectClient(
            StaffAppointments staff,
            Appointments appointments,
            TakeTime time,
            BookableStarts starts,
            Listings listings,
            Recognition recognition,
            PrivateTexts texts,
            BusinessClock clock) {
        this.staff = staff;
        this.appointments = appointments;
        this.time = time;
        this.starts = starts;
        this.listings = listings;
        this.recognition = recognition;
        this.texts = texts;
        this.clock = clock;
    }

    /** Fails with {@link org.bodywork.bookings.appointment.domain.Refusal}; the visit is then as it was. */
    public Mono<Appointment> correct(
            AppointmentId id, long seenVersion, UnaryOperator<Client> correction, Colleague colleague) {
        return staff.toChange(id, colleague)
                .doOnNext(visit -> requireClientOf(colleague, visit))
                .doOnNext(visit -> new Corrections(visit).requireVersion(seenVersion))
                .flatMap(this::withoutWhatHasExpired)
                .flatMap(visit -> correct(visit, correction.apply(visit.state().client()), colleague))
                .onErrorMap(Appointments.ChangedMeanwhile.class, _ -> new Refusal.ChangedSince());
    }

    /** Who treats the second person of a visit for two has nothing to put right about the first. */
    private static void requireClientOf(Colleague colleague, Appointment visit) {
        if (colleague.writesOfCompanion(visit)) {
            throw new Refusal.NotYours();
        }
    }

    /** What nobody answered in time takes no time of the right person's either. */
    private Mono<Appointment> withoutWhatHasExpired(Appointment visit) {
        return Mono.justOrEmpty(visit.expire(now()))
                .flatMap(appointments::apply)
                .doOnNext(ChangeAppointment::log)
                .defaultIfEmpty(visit);
    }

    private Mono<Appointment> correct(Appointment visit, Client client, Colleague colleague) {
        ClientMarks marks = recognition.marksOf(client.email(), client.name());
        return texts.sealedFor(visit, marks)
                .flatMap(closed -> Mono.justOrEmpty(
                        new Corrections(visit).correct(client, marks, closed, colleague.actor(), now())))
                .flatMap(change -> store(visit, marks, change))
                .defaultIfEmpty(visit);
    }

    private Mono<Appointment> store(Appointment visit, ClientMarks marks, Change change) {
        return time.take(Wish.ofPerson(visit, marks), _ -> appointments.apply(change))
                .doOnNext(ChangeAppointment::log)
                .onErrorResume(TimeTaken.class, _ -> elsewhere(visit));
    }

    /** Answered exactly as a taken time: nobody is told where the client is then. */
    private Mono<Appointment> elsewhere(Appointment visit) {
        return Flux.fromIterable(visit.state().visit().parts())
                .concatMap(part -> listings.byId(part.therapist()))
                .collectList()
                .flatMap(therapists -> starts.taken(visit.state().visit(), therapists));
    }

    /** MongoDB keeps milliseconds; what is answered at once must equal what is read later. */
    private Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
