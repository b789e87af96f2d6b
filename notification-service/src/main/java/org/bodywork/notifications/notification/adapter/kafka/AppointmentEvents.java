package org.bodywork.notifications.notification.adapter.kafka;

import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.notifications.notification.application.Reconciliation;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Lets messages be planned from what happens to appointments. */
final class AppointmentEvents implements EventHandler {

    private final PlanMessages planMessages;
    private final Reconciliation reconciliation;
    private final EventCipher cipher;

    AppointmentEvents(PlanMessages planMessages, Reconciliation reconciliation, EventCipher cipher) {
        this.planMessages = planMessages;
        this.reconciliation = reconciliation;
        this.cipher = cipher;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        if (event.type().equals(AppointmentEvent.CHECKPOINT)) {
            return Mono.fromCallable(() -> event.as(CheckpointEvent.class))
                    .map(CheckpointEvent::asCheckpoint)
                    .flatMap(reconciliation::compare);
        }
        return Mono.fromCallable(() -> changeIn(event))
                .flatMap(this::asWeKnowIt)
                .flatMap(planMessages::after);
    }

    /**
     * What is only sent again was told before, unless it happened when we were here already: then we missed it, and
     * nobody told it.
     */
    private Mono<VisitChange> asWeKnowIt(VisitChange change) {
        if (!change.toldBefore()) {
            return Mono.just(change);
        }
        return reconciliation
                .since()
                .map(since -> change.at().isBefore(since) ? change : change.missed())
                .defaultIfEmpty(change);
    }

    private VisitChange changeIn(ReceivedEvent event) {
        What what = whatHappened(event.type());
        AppointmentEvent state = event.as(AppointmentEvent.class);
        String opened = cipher.open(state.id(), event.type(), state.sealed());
        SealedContact contact = EventJson.read(opened, SealedContact.class);
        return new VisitChange(
                what,
                state.actor().kind(),
                state.actor().accountId(),
                state.with(contact),
                state.at(),
                state.isToldAgain());
    }

    private static What whatHappened(String type) {
        return switch (type) {
            case AppointmentEvent.REQUESTED -> What.REQUESTED;
            case AppointmentEvent.PROPOSED -> What.PROPOSED;
            case AppointmentEvent.CONFIRMED -> What.CONFIRMED;
            case AppointmentEvent.MOVED -> What.MOVED;
            case AppointmentEvent.CHANGE_REQUESTED -> What.MOVE_ASKED;
            case AppointmentEvent.CHANGE_DECLINED -> What.NOT_MOVED;
            case AppointmentEvent.DECLINED -> What.DECLINED;
            case AppointmentEvent.CANCELLED -> What.CANCELLED;
            case AppointmentEvent.EXPIRED -> What.EXPIRED;
            case AppointmentEvent.CORRECTED -> What.CORRECTED;
            case AppointmentEvent.REQUEST_WAITING -> What.REQUEST_WAITING;
            case AppointmentEvent.CHECKED_IN -> What.CHECKED_IN;
            case AppointmentEvent.COMPLETED -> What.COMPLETED;
            case AppointmentEvent.NO_SHOW -> What.NO_SHOW;
            case AppointmentEvent.INTAKE_RECEIVED -> What.INTAKE_RECEIVED;
            case AppointmentEvent.LINK_REVOKED -> What.LINK_REVOKED;
            case AppointmentEvent.HANDOVER_OFFERED -> What.ALTERNATIVES_OFFERED;
            default -> throw new BadEvent("no messages are known for " + type);
        };
    }
}
