package org.bodywork.bookings.appointment.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Consent;
import org.bodywork.bookings.appointment.domain.Corrections;
import org.bodywork.bookings.appointment.domain.Intake;
import org.bodywork.bookings.appointment.domain.Moves;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/** What whoever holds the secret link of a visit may see and do. */
public final class ManageByLink {

    private final Appointments appointments;
    private final ChangeAppointment changes;
    private final BusinessClock clock;

    public ManageByLink(Appointments appointments, BusinessClock clock) {
        this.appointments = appointments;
        this.changes = new ChangeAppointment(appointments);
        this.clock = clock;
    }

    /** The visit, up to thirty days after its end; a companion's own link shows what is theirs. */
    public Mono<Appointment> see(String secret) {
        return find(secret)
                .onErrorResume(
                        Refusal.NoSuchAppointment.class,
                        _ -> ofCompanion(secret).map(Appointment::seenByCompanion));
    }

    private Mono<Appointment> ofCompanion(String secret) {
        return Mono.defer(() -> appointments.byCompanionHash(ManageLinks.hash(secret)))
                .filter(appointment -> appointment.linkStillReads(clock.now()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    /** The same for whoever may change it: the companion is told by the client, or asks the practice. */
    public Mono<Appointment> find(String secret) {
        return Mono.defer(() -> appointments.bySecretHash(ManageLinks.hash(secret)))
                .filter(appointment -> appointment.linkStillReads(clock.now()))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    public Mono<Appointment> acceptProposal(String secret) {
        return changes.change(find(secret), appointment -> new Moves(appointment).acceptProposal(clock.now()));
    }

    public Mono<Appointment> declineProposal(String secret) {
        return changes.change(find(secret), appointment -> new Moves(appointment).declineProposal(clock.now()));
    }

    Mono<Appointment> answerIntake(String secret, Intake intake, boolean toBeReviewed) {
        return changes.change(
                        find(secret),
                        appointment -> Optional.of(appointment.answerIntake(intake, toBeReviewed, intake.at())))
                .onErrorResume(
                        Refusal.NoSuchAppointment.class,
                        _ -> changes.change(
                                        ofCompanion(secret),
                                        appointment -> Optional.of(
                                                appointment.answerIntake(intake, toBeReviewed, true, intake.at())))
                                .map(Appointment::seenByCompanion));
    }

    /** How the client wants to be told of the visit; fails with {@link Refusal.PhoneNeeded} where no number is known. */
    public Mono<Appointment> chooseMessages(String secret, boolean email, boolean sms) {
        return changes.change(find(secret), appointment -> {
            Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
            return new Corrections(appointment)
                    .chooseMessages(new Consent(email, sms, now, BookAppointment.CONSENT_WORDING), now);
        });
    }

    public Mono<Appointment> cancel(String secret) {
        return changes.change(find(secret), appointment -> appointment.cancelByClient(clock.now()));
    }
}
