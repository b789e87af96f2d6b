package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Hold;
import org.bodywork.bookings.appointment.domain.Holder;
import org.bodywork.bookings.appointment.domain.IntakeReading;
import org.bodywork.bookings.appointment.domain.WorkDay;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All appointments. What is written is published too: the event lies in the same write. Nothing here decides by reading
 * first: time is taken by a unique index, and a change demands the state it was decided on.
 */
public interface Appointments {

    /** Fails with {@link TimeTaken} when any of its time, or its request key, is there already. */
    Mono<Appointment> add(Appointment appointment, Fingerprint fingerprint);

    /**
     * Turns a hold into the appointment that has its id. Fails with {@link ChangedMeanwhile} when the hold has ended or
     * its minutes are over at {@code now}, and like {@link #add}.
     */
    Mono<Appointment> book(Hold hold, Appointment appointment, Fingerprint fingerprint, Instant now);

    /** Fails with {@link ChangedMeanwhile} when it is no longer what the change was decided on. */
    Mono<Appointment> apply(Change change);

    /** Notes that what was due of a visit that has ended is done, if it is still as it was found. */
    Mono<Void> settle(Appointment ended);

    /** Notes who reads a client's answers, beside whatever else happens to the visit. */
    Mono<Void> noteReading(AppointmentId id, IntakeReading reading);

    /** Empty where there is no such appointment. */
    Mono<List<IntakeReading>> readingsOf(AppointmentId id);

    Mono<Appointment> byId(AppointmentId id);

    /** By the SHA-256 of the secret of its link. */
    Mono<Appointment> bySecretHash(String hash);

    /** By the SHA-256 of the secret of the link that the second person of a visit for two has. */
    Mono<Appointment> byCompanionHash(String hash);

    /** By the SHA-256 of the secret with which somebody of the staff may answer it, or could. */
    Mono<Appointment> byAnswerHash(String hash);

    /** What the request with that key led to, if it led to anything. */
    Mono<Remembered> byRequestKey(String requestKey);

    /** Those that hold any of these keys of time. */
    Flux<Holder> holding(Collection<String> keys);

    /** Everything that has a visit on the day or a number of it, ended ones too. */
    Flux<Holder> on(WorkDay day);

    /** In order of start; at most one more than asked for tells that the list goes on. */
    Flux<Appointment> list(StaffQuery query);

    /** Those of which the client asks something that staff have not answered, or had not in time, and that begin later. */
    Flux<Appointment> awaiting(Colleague asking, Instant now);

    /**
     * All visits of one contact, newest first, those of long ago too.
     *
     * @param client the keyed hash of the email address
     * @param after the last one of the part before
     */
    Flux<Appointment> ofClient(String client, StaffQuery.@Nullable Position after, int size);

    /**
     * A booking that was answered before.
     *
     * @param bodyHash the keyed hash of what was asked for then
     */
    record Remembered(Appointment appointment, String bodyHash) {}

    /** Some of the time is taken, or the same request is already stored. Who is first is decided by the database. */
    final class TimeTaken extends RuntimeException {
        public TimeTaken() {
            super("taken", null, false, false);
        }
    }

    /** Somebody else changed it first. */
    final class ChangedMeanwhile extends RuntimeException {
        public ChangedMeanwhile() {
            super("changed meanwhile", null, false, false);
        }
    }
}
