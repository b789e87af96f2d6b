package org.bodywork.notifications.notification.adapter.web;

import java.util.List;
import java.util.UUID;
import org.bodywork.notifications.notification.application.Ledger;
import org.bodywork.notifications.notification.application.UnknownAppointment;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows staff what their clients were told, and why something was not told. */
@RestController
@RequestMapping("/api/notifications")
class LedgerController {

    private static final String PRACTICE = "practiceId";

    private final Ledger ledger;

    LedgerController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** All messages about one appointment of the caller's practice, in the order they were due. */
    @GetMapping
    Mono<LedgerView> about(@RequestParam UUID appointmentId, Caller caller) {
        AppointmentId appointment = new AppointmentId(appointmentId.toString());
        return Mono.justOrEmpty(caller.claim(PRACTICE))
                .switchIfEmpty(Mono.error(() -> new UnknownAppointment(appointment)))
                .flatMap(practice -> ledger.of(appointment, new PracticeId(practice)))
                .map(LedgerView::of);
    }

    /** The whole list: an appointment has few messages, so there is never a next part. */
    record LedgerView(List<NotificationView> items) {

        static LedgerView of(List<Ledger.Row> rows) {
            return new LedgerView(rows.stream().map(NotificationView::of).toList());
        }
    }
}
