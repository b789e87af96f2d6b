package org.bodywork.bookings.receipt;

import org.bodywork.bookings.appointment.application.Colleague;
import org.bodywork.bookings.appointment.application.Letterheads;
import org.bodywork.bookings.appointment.application.ManageByLink;
import org.bodywork.bookings.appointment.application.PrivateTexts;
import org.bodywork.bookings.appointment.application.StaffAppointments;
import org.bodywork.bookings.appointment.domain.Appointment;
import org.bodywork.bookings.appointment.domain.AppointmentId;
import org.bodywork.bookings.appointment.domain.Letterhead;
import org.bodywork.bookings.appointment.domain.Refusal;
import org.bodywork.bookings.appointment.domain.SealedOutcome;
import org.bodywork.bookings.appointment.domain.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads receipts for clients by their link and for staff. A visit that has not taken place has none: that is refused
 * with its status.
 */
@Component
final class ReadReceipt {

    private final ManageByLink links;
    private final StaffAppointments staff;
    private final PrivateTexts texts;
    private final Letterheads letterheads;

    ReadReceipt(ManageByLink links, StaffAppointments staff, PrivateTexts texts, Letterheads letterheads) {
        this.links = links;
        this.staff = staff;
        this.texts = texts;
        this.letterheads = letterheads;
    }

    Mono<Read> byLink(String secret) {
        return links.see(secret).flatMap(this::read);
    }

    /** Of one whose client was forgotten there is none any more. */
    Mono<Read> forStaff(AppointmentId id, Colleague asking) {
        return staff.byId(id, asking)
                .map(asking::seen)
                .filter(visit -> !visit.state().marks().isForgotten())
                .switchIfEmpty(Mono.error(Refusal.NoSuchAppointment::new))
                .flatMap(this::read);
    }

    private Mono<Read> read(Appointment visit) {
        return visit.status() == Status.COMPLETED
                ? letterhead(visit)
                        .zipWith(
                                texts.open(visit),
                                (letterhead, opened) -> new Read(
                                        visit,
                                        Receipt.of(
                                                visit,
                                                letterhead,
                                                opened.outcome().procedure())))
                : Mono.error(() -> new Refusal.StateForbids(visit.status()));
    }

    /** Visits from before it was kept with them say what the listing says now. */
    private Mono<Letterhead> letterhead(Appointment visit) {
        Letterhead kept = kept(visit.state().outcome());
        return kept == null ? letterheads.of(visit.state().visit()) : Mono.just(kept);
    }

    private static @Nullable Letterhead kept(@Nullable SealedOutcome outcome) {
        return outcome == null ? null : outcome.letterhead();
    }

    /** A receipt and its visit. */
    record Read(Appointment visit, Receipt receipt) {}
}
