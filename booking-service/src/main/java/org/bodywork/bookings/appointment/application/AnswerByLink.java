package org.bodywork.bookings.appointment.application;

import java.util.Optional;
import java.util.function.BiFunction;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.Change;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets one member of staff answer what a client asked for, with the secret of a message instead of signing in. It opens
 * that one request; once that is answered it only tells how it went, and a later wish has other secrets. Whoever may not
 * work on the visit any more has a link that opens nothing.
 */
public final class AnswerByLink {

    private final Appointments appointments;
    private final Answerers answerers;
    private final ManageLinks links;
    private final ChangeAppointment changes;
    private final BusinessClock clock;

    public AnswerByLink(Appointments appointments, Answerers answerers, ManageLinks links, BusinessClock clock) {
        this.appointments = appointments;
        this.answerers = answerers;
        this.links = links;
        this.changes = new ChangeAppointment(appointments);
        this.clock = clock;
    }

    /** Fails with {@link Refusal.NoSuchAppointment} for every link that opens nothing, whatever the reason. */
    public Mono<Asked> find(String secret) {
        return found(secret).map(asked -> new Asked(asked.colleague().seen(asked.appointment()), asked.colleague()));
    }

    private Mono<Asked> found(String secret) {
        return Mono.defer(() -> appointments.byAnswerHash(ManageLinks.hash(secret)))
                .filter(appointment -> appointment.linkStillReads(clock.now()))
                .flatMap(appointment -> Mono.justOrEmpty(links.answererWith(secret, appointment))
                        .flatMap(answerers::named)
                        .filter(colleague -> colleague.mayWorkOn(appointment))
                        .map(colleague -> new Asked(appointment, colleague)))
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new));
    }

    public Mono<Asked> accept(String secret) {
        return answer(
                secret,
                (appointment, staff) -> appointment.accept(staff.actor(), staff.answersFor(appointment), clock.now()));
    }

    public Mono<Asked> decline(String secret, @Nullable String reason) {
        return answer(secret, (appointment, staff) -> appointment.decline(staff.actor(), reason, clock.now()));
    }

    private Mono<Asked> answer(String secret, BiFunction<Appointment, Colleague, Optional<Change>> decide) {
        return found(secret)
                .flatMap(asked -> changes.change(
                                found(secret).map(Asked::appointment),
                                present -> decide.apply(present, asked.colleague()))
                        .map(answered -> new Asked(asked.colleague().seen(answered), asked.colleague())));
    }

    /** What is asked, and whom. */
    public record Asked(Appointment appointment, Colleague colleague) {

        public Actor staff() {
            return colleague.actor();
        }
    }
}
