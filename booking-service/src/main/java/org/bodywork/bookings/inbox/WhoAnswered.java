package org.bodywork.bookings.inbox;

import org.bodywork.bookings.appointment.application.Answerers;
import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.domain.Actor;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.console.Staff;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who of the practice was quicker than the reader, as far as it is known here: therapists by name, others by what they do. */
@Component
final class WhoAnswered {

    private final Answerers accounts;

    WhoAnswered(Answerers accounts) {
        this.accounts = accounts;
    }

    /** {@link Answered#NOBODY_ELSE} where it was the reader, the client or nobody, and where the account is not known. */
    Mono<Answered> last(Appointment visit, Staff reader) {
        Actor last = visit.state().lastStep().by();
        String account = last.accountId();
        boolean another = last.kind() == Actor.Kind.STAFF
                && !last.equals(reader.colleague().actor());
        return another && account != null
                ? accounts.named(account)
                        .map(colleague -> said(colleague, visit))
                        .defaultIfEmpty(Answered.NOBODY_ELSE)
                : Mono.just(Answered.NOBODY_ELSE);
    }

    private static Answered said(Colleague colleague, Appointment visit) {
        return switch (colleague) {
            case Colleague.PracticeLead _ -> new Answered("outcome.by-lead", "");
            case Colleague.Therapist therapist ->
                visit.state().visit().parts().stream()
                        .filter(part -> part.therapist().equals(therapist.therapist()))
                        .findFirst()
                        .map(part -> new Answered("outcome.by-therapist", part.therapistName()))
                        .orElse(Answered.NOBODY_ELSE);
        };
    }

    /**
     * In words.
     *
     * @param words the key of a sentence; empty where there is nothing to say
     * @param name for that sentence
     */
    record Answered(String words, String name) {
        static final Answered NOBODY_ELSE = new Answered("", "");
    }
}
