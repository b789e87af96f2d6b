package org.bodywork.notifications.notification.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.LastLook;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessagePlan;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Reader;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Everything that may still keep a message from going out, cheapest first. What goes at a time set by the visit speaks
 * of something long settled, so the visit's owner is asked as well; news tells of the very state that was just read.
 */
public final class Objections {

    private final Notifications notifications;
    private final Readers readers;
    private final SeriesNews series;
    private final Suppressions suppressions;
    private final CurrentAppointments currentAppointments;
    private final ReminderCaps caps;
    private final Hearing hearing;
    private final BusinessClock clock;

    public Objections(
            Notifications notifications,
            Visits visits,
            Readers readers,
            Suppressions suppressions,
            CurrentAppointments currentAppointments,
            ReminderCaps caps,
            Hearing hearing,
            BusinessClock clock) {
        this.notifications = notifications;
        this.readers = readers;
        this.series = new SeriesNews(notifications, visits);
        this.suppressions = suppressions;
        this.currentAppointments = currentAppointments;
        this.caps = caps;
        this.hearing = hearing;
        this.clock = clock;
    }

    Mono<Decision> to(Notification message, Visit visit) {
        return Decision.against(LastLook.at(message, visit, clock.now()))
                .switchIfEmpty(Mono.defer(() -> readers.of(message, visit)
                        .flatMap(reader -> to(message, visit, reader))
                        .defaultIfEmpty(new Decision.Leave(Reason.NO_LONGER_STAFF))));
    }

    private Mono<Decision> to(Notification message, Visit visit, Reader reader) {
        return lastTold(message, visit)
                .flatMap(before -> Flux.concat(
                                afterChanges(message, visit),
                                Decision.against(LastLook.atThisHour(message, visit, clock.now())),
                                nothingNew(visit, before),
                                optedOut(reader),
                                Mono.defer(() -> owners(message, visit)),
                                Mono.defer(() -> overTheCap(message, visit, reader)))
                        .next()
                        .switchIfEmpty(Mono.defer(() -> togetherWithOthers(message, visit, reader, before))));
    }

    private Mono<Decision> togetherWithOthers(Notification message, Visit visit, Reader reader, Optional<Told> before) {
        return series.of(message, visit, clock.now())
                .map(turn -> turn.instead() == null
                        ? new Decision.Send(forAll(reader, visit, turn), before.orElse(null), turn.together())
                        : turn.instead());
    }

    private static Reader forAll(Reader reader, Visit visit, SeriesNews.Turn turn) {
        return turn.together().size() < 2 ? reader : reader.sentTo(visit.links().series());
    }

    /** Only what states a difference needs to know what was told, where it is read. */
    private Mono<Optional<Told>> lastTold(Notification message, Visit visit) {
        if (message.kind() != MessageKind.CHANGED) {
            return Mono.just(Optional.empty());
        }
        return notifications
                .about(visit.id())
                .filter(other -> other.goesWhere(message) && other.arrived().isPresent())
                .collectList()
                .map(all -> all.stream()
                        .max(Comparator.comparing(other -> other.arrived().orElseThrow()))
                        .flatMap(last -> Optional.ofNullable(last.told())));
    }

    /**
     * A reminder that a change by staff has put off: it goes where the change came to nothing, and nobody was reminded
     * before it.
     */
    private Mono<Decision> afterChanges(Notification message, Visit visit) {
        if (!message.waitsForStaff()) {
            return Mono.empty();
        }
        Instant lately = clock.now().minus(MessagePlan.APART_FROM_NEWS);
        return notifications
                .about(visit.id())
                .filter(other -> other.goesWhere(message))
                .<Decision>mapNotNull(other -> {
                    if (other.kind() == MessageKind.CHANGED && other.isOpen()) {
                        return new Decision.LookAgain();
                    }
                    if (other.hasTold(visit, lately)) {
                        return new Decision.Leave(Reason.TOO_CLOSE_TO_CONFIRMATION);
                    }
                    return other.kind() == message.kind() && other.hasTold(visit, message.due())
                            ? new Decision.Leave(Reason.NOTHING_NEW)
                            : null;
                })
                .next();
    }

    private static Mono<Decision> nothingNew(Visit visit, Optional<Told> before) {
        boolean same = before.isPresent() && !before.get().differsFrom(visit);
        return same ? Mono.just(new Decision.Leave(Reason.NOTHING_NEW)) : Mono.empty();
    }

    private Mono<Decision> optedOut(Reader reader) {
        return suppressions
                .contains(reader.address())
                .filter(suppressed -> suppressed)
                .<Decision>map(_ -> new Decision.Leave(Reason.OPTED_OUT));
    }

    private Mono<Decision> owners(Notification message, Visit visit) {
        if (!message.kind().isBeforeVisit()) {
            return Mono.empty();
        }
        return currentAppointments
                .ask(visit.id())
                .map(answer -> LastLook.at(message, visit, answer, clock.now()))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(verdict -> verdict.map(Decision::against).orElseGet(this::unheard));
    }

    /** Without the owner we go by what we have heard, if that is all there was to hear. */
    private Mono<Decision> unheard() {
        return Mono.fromCallable(hearing::isBehind)
                .subscribeOn(Schedulers.boundedElastic())
                .filter(behind -> behind)
                .map(_ -> new Decision.LookAgain());
    }

    private Mono<Decision> overTheCap(Notification message, Visit visit, Reader reader) {
        if (message.kind() != MessageKind.REMINDER || message.channel() != Channel.SMS) {
            return Mono.empty();
        }
        return caps.objectionTo(
                        message.id(),
                        reader.address(),
                        clock.now().atZone(visit.clientZone()).toLocalDate())
                .<Decision>map(Decision.Leave::new);
    }
}
