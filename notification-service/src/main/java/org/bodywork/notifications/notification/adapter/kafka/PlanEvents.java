package org.bodywork.notifications.notification.adapter.kafka;

import org.bodywork.notifications.notification.adapter.kafka.PlanEvent.Attention;
import org.bodywork.notifications.notification.application.PlanMessages;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.crypto.EventCipher;
import org.bodywork.platform.events.BadEvent;
import org.bodywork.platform.events.EventHandler;
import org.bodywork.platform.events.EventJson;
import org.bodywork.platform.events.ReceivedEvent;
import reactor.core.publisher.Mono;

/** Lets clients hear of their plans, and those who treat them of what they should look at. */
final class PlanEvents implements EventHandler {

    private final PlanMessages planMessages;
    private final EventCipher cipher;

    PlanEvents(PlanMessages planMessages, EventCipher cipher) {
        this.planMessages = planMessages;
        this.cipher = cipher;
    }

    @Override
    public Mono<Void> handle(ReceivedEvent event) {
        return switch (event.type()) {
            case PlanEvent.PROPOSED -> tell(event, What.PLAN_PROPOSED, VisitStatus.PLAN_PROPOSED);
            case PlanEvent.NEXT_DUE -> tell(event, What.NEXT_VISIT_DUE, VisitStatus.PLAN_AGREED);
            case PlanEvent.ATTENTION ->
                Mono.fromCallable(() -> event.as(Attention.class))
                        .flatMap(asked ->
                                planMessages.afterAnswer(new AppointmentId(asked.id()), asked.sequence(), asked.at()));
            default -> Mono.error(() -> new BadEvent("no messages are known for " + event.type()));
        };
    }

    private Mono<Void> tell(ReceivedEvent event, What what, VisitStatus status) {
        return Mono.fromCallable(() -> {
                    PlanEvent plan = event.as(PlanEvent.class);
                    String opened = cipher.open(plan.id(), event.type(), plan.sealed());
                    SealedInvitation asked = EventJson.read(opened, SealedInvitation.class);
                    return new VisitChange(what, Side.SYSTEM, plan.with(asked, status), plan.at());
                })
                .flatMap(planMessages::after);
    }
}
