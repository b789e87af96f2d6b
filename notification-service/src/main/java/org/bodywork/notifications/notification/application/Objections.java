package org.bodywork.notifications.notification.application;

import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.notification.domain.LastLook;
import org.bodywork.notifications.notification.domain.LastLook.Verdict;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Mono;

/**
 * Everything that may still keep a message from going out, cheapest first. A reminder speaks of a visit long settled,
 * so its owner is asked as well; news tells of the very state that was just read.
 */
public final class Objections {

    private final Suppressions suppressions;
    private final CurrentAppointments currentAppointments;
    private final BusinessClock clock;

    public Objections(Suppressions suppressions, CurrentAppointments currentAppointments, BusinessClock clock) {
        this.suppressions = suppressions;
        this.currentAppointments = currentAppointments;
        this.clock = clock;
    }

    Mono<Verdict> to(Notification notification, Visit visit) {
        return switch (LastLook.at(notification, visit, clock.now())) {
            case Verdict.Send send -> unlessOptedOut(send).flatMap(verdict -> askOwner(verdict, notification, visit));
            case Verdict.Skip skip -> Mono.just(skip);
            case Verdict.Expire expire -> Mono.just(expire);
        };
    }

    private Mono<Verdict> unlessOptedOut(Verdict.Send send) {
        return suppressions
                .contains(send.address())
                .map(optedOut -> optedOut ? new Verdict.Skip(Reason.OPTED_OUT) : send);
    }

    private Mono<Verdict> askOwner(Verdict verdict, Notification notification, Visit visit) {
        if (!(verdict instanceof Verdict.Send) || notification.kind() != MessageKind.REMINDER) {
            return Mono.just(verdict);
        }
        return currentAppointments
                .ask(visit.id())
                .map(answer -> LastLook.at(notification, visit, answer, clock.now()))
                .defaultIfEmpty(verdict);
    }
}
