package org.bodywork.notifications.notification.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.notification.application.Visits.Known;
import org.bodywork.notifications.notification.domain.AppointmentId;
import org.bodywork.notifications.notification.domain.LastLook;
import org.bodywork.notifications.notification.domain.LastLook.Verdict.Skip;
import org.bodywork.notifications.notification.domain.Member;
import org.bodywork.notifications.notification.domain.MessagePlan;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.notifications.notification.domain.VisitChange;
import org.bodywork.notifications.notification.domain.VisitChange.Side;
import org.bodywork.notifications.notification.domain.VisitChange.What;
import org.bodywork.notifications.notification.domain.VisitStatus;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Turns what happened to a visit into planned messages. The messages are stored before the visit is: whoever finds the
 * visit's state already known may rely on its messages being there, so a crash in between is repaired by the event
 * coming again.
 */
public final class PlanMessages {

    private static final Logger log = LoggerFactory.getLogger(PlanMessages.class);

    private final Rules rules;
    private final Staff staff;
    private final Agendas agendas;
    private final Notifications notifications;
    private final Visits visits;
    private final BusinessClock clock;

    public PlanMessages(
            Rules rules,
            Staff staff,
            Agendas agendas,
            Notifications notifications,
            Visits visits,
            BusinessClock clock) {
        this.rules = rules;
        this.staff = staff;
        this.agendas = agendas;
        this.notifications = notifications;
        this.visits = visits;
        this.clock = clock;
    }

    /** Coming twice or after a newer change, it changes nothing. */
    public Mono<Void> after(VisitChange change) {
        Visit visit = change.visit();
        return visits.known(visit.id())
                .singleOptional()
                .filter(known -> known.isEmpty() || known.get().sequence() < visit.sequence())
                .flatMap(known -> plan(change, known.map(Known::visit)));
    }

    /** The offer is over: what of it waits is not sent any more. Nothing where it was never heard of. */
    public Mono<Void> afterOffer(AppointmentId offered, long sequence, Instant at) {
        return visits.find(offered)
                .flatMap(known -> after(new VisitChange(
                        What.OFFER_OVER, Side.SYSTEM, known.now(VisitStatus.OFFER_OVER, sequence), at)));
    }

    /**
     * Somebody is to look at what the client answered after a visit. Of one that is not known any more nobody is told.
     *
     * @param answer tells several about one visit apart
     */
    public Mono<Void> afterAnswer(AppointmentId about, long answer, Instant at) {
        return visits.find(about)
                .flatMap(visit -> planFor(visit)
                        .flatMap(plan -> notifications.addMissing(plan.attention(visit, answer, at, clock.now()))))
                .doOnSuccess(_ -> notifications.sendDueNow());
    }

    private Mono<Void> plan(VisitChange change, Optional<Visit> before) {
        return planFor(change.visit())
                .flatMap(plan -> add(plan, change, before))
                .flatMap(planned -> skipOutdated(change.visit(), before)
                        .then(visits.remember(change.visit()))
                        .doOnSuccess(_ -> {
                            if (planned.stream().anyMatch(this::isDue)) {
                                notifications.sendDueNow();
                            }
                            tell(change);
                        }));
    }

    private boolean isDue(Notification planned) {
        return planned.isPlanned() && !planned.due().isAfter(clock.now());
    }

    private Mono<List<Notification>> add(MessagePlan plan, VisitChange change, Optional<Visit> before) {
        List<Notification> planned = plan.messagesFor(change, before.orElse(null), clock.now());
        return notifications
                .addMissing(planned)
                .then(agendas.include(change.visit(), plan.staff()))
                .thenReturn(planned);
    }

    private Mono<MessagePlan> planFor(Visit visit) {
        return Mono.zip(
                rules.of(visit.practice()),
                staff.whoLookAfter(visit).map(Member::account).collectList(),
                MessagePlan::new);
    }

    /**
     * Messages that wait and are no longer true get their reason in the ledger now, not when they would be due. Of a visit
     * that is new there is nothing older.
     */
    private Mono<Void> skipOutdated(Visit visit, Optional<Visit> before) {
        if (before.isEmpty()) {
            return Mono.empty();
        }
        return notifications
                .about(visit.id())
                .filter(Notification::isPlanned)
                .concatMap(waiting -> skipIfOutdated(waiting, visit))
                .then();
    }

    private Mono<Notification> skipIfOutdated(Notification waiting, Visit visit) {
        Instant now = clock.now();
        return LastLook.at(waiting, visit, now) instanceof Skip(var reason)
                ? notifications.save(waiting.skipped(reason, now))
                : Mono.empty();
    }

    private static void tell(VisitChange change) {
        log.atInfo()
                .addKeyValue("appointment", change.visit().id())
                .addKeyValue("sequence", change.visit().sequence())
                .addKeyValue("change", change.what())
                .log("Messages planned");
    }
}
