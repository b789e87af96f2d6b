package org.bodywork.notifications.notification.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bodywork.notifications.delivery.application.Outgoing;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.delivery.domain.OutgoingMessage;
import org.bodywork.notifications.delivery.domain.SendOutcome;
import org.bodywork.notifications.delivery.domain.SendOutcome.Refusal;
import org.bodywork.notifications.delivery.domain.Trace;
import org.bodywork.notifications.notification.domain.Backoff;
import org.bodywork.notifications.notification.domain.LastLook;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.Progress;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Told;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Sends one message that is due, after a last look whether it is still true.
 *
 * <p>That an attempt begins is written before the provider is called. So whoever finds an attempt begun and not ended
 * knows that the provider may have the message, and finds that out before anything is sent again.
 */
public final class SendMessage {

    /** Planning stores a visit a moment after its messages; a longer wait is left to the next look. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final int LOOKS = 25;

    private static final Logger log = LoggerFactory.getLogger(SendMessage.class);

    private final Notifications notifications;
    private final Visits visits;
    private final Objections objections;
    private final Composition composition;
    private final Paces paces;
    private final Outgoing outgoing;
    private final Suppressions suppressions;
    private final Recovery recovery;
    private final Backoff backoff;
    private final BusinessClock clock;
    private final Clock steady;

    public SendMessage(
            Notifications notifications,
            Visits visits,
            Objections objections,
            Composition composition,
            Paces paces,
            Outgoing outgoing,
            Suppressions suppressions,
            Recovery recovery,
            Backoff backoff,
            BusinessClock clock,
            Clock steady) {
        this.notifications = notifications;
        this.visits = visits;
        this.objections = objections;
        this.composition = composition;
        this.paces = paces;
        this.outgoing = outgoing;
        this.suppressions = suppressions;
        this.recovery = recovery;
        this.backoff = backoff;
        this.clock = clock;
        this.steady = steady;
    }

    /**
     * Takes the message as far as it gets now. It may be taken up twice and by two instances: only one gets to send it.
     *
     * @param attempts how many times it was claimed, this time included
     */
    public Mono<Void> send(Notification claimed, int attempts) {
        return knownVisit(claimed)
                .singleOptional()
                .flatMap(visit -> visit.map(known -> take(new Turn(claimed, known, attempts)))
                        .orElseGet(() -> lookAgain(claimed, attempts)));
    }

    private Mono<Visit> knownVisit(Notification claimed) {
        return visits.find(claimed.about().appointment())
                .filter(claimed.about()::isKnownIn)
                .repeatWhenEmpty(tries -> tries.take(LOOKS).delayElements(BETWEEN_LOOKS));
    }

    private Mono<Void> take(Turn turn) {
        return switch (turn.notification().progress()) {
            case Progress.Planned _, Progress.Held _ -> sendIfTrue(turn);
            case Progress.Sending lost -> findOut(turn, lost);
            case Progress.Sent _, Progress.Delivered _, Progress.Failed _, Progress.Skipped _, Progress.Expired _ ->
                Mono.empty();
        };
    }

    private Mono<Void> sendIfTrue(Turn turn) {
        // What is known not to go takes nobody's turn. What goes is looked at once more when its turn has come.
        return Decision.against(LastLook.at(turn.notification(), turn.visit(), clock.now()))
                .switchIfEmpty(paces.turn(turn.notification().channel())
                        .then(Mono.defer(() -> objections.to(turn.notification(), turn.visit()))))
                .flatMap(decision -> switch (decision) {
                    case Decision.Send send -> compose(turn, send);
                    case Decision.Leave(Reason reason) ->
                        end(turn.notification().leftUnsent(reason, clock.now()));
                    case Decision.ToldTogether _ -> end(turn.notification().toldTogether(turn.visit(), clock.now()));
                    case Decision.RunOut _ -> end(turn.notification().ranOut(clock.now()));
                    case Decision.Hold(Reason reason, Instant until) ->
                        notifications
                                .save(turn.notification().held(reason, until))
                                .then();
                    case Decision.LookAgain _ -> lookAgain(turn.notification(), turn.attempts());
                });
    }

    private Mono<Void> compose(Turn turn, Decision.Send send) {
        return composition
                .of(turn.notification(), turn.visit(), send)
                .singleOptional()
                .flatMap(message -> message.map(ready -> attempt(turn, send, ready))
                        .orElseGet(() -> lookAgain(turn.notification(), turn.attempts())));
    }

    private Mono<Void> attempt(Turn turn, Decision.Send send, OutgoingMessage message) {
        Told told = Told.of(turn.visit()).together(send.together());
        return notifications
                .save(turn.notification().sending(steady.instant(), message.fingerprint(), told))
                .flatMap(begun -> outgoing.send(message)
                        .flatMap(outcome -> settle(begun, outcome, message.to(), turn.attempts())));
    }

    private Mono<Void> settle(Notification begun, SendOutcome outcome, String address, int attempts) {
        return switch (outcome) {
            case SendOutcome.Accepted(String providerId) ->
                end(begun.sent(providerId, clock.now())).then(recovery.answered(begun.channel()));
            case SendOutcome.Refused(Refusal refusal) ->
                refused(begun, refusal, address).then(recovery.answered(begun.channel()));
            case SendOutcome.NotNow(Duration asked) ->
                notifications
                        .saveAndWait(begun.notSent(), backoff.after(attempts, asked))
                        .then();
            case SendOutcome.Away _ -> {
                recovery.isAway(begun.channel());
                yield notifications
                        .saveAndPutOff(begun.notSent(), backoff.after(attempts))
                        .then();
            }
            case SendOutcome.Unclear _ -> {
                recovery.isAway(begun.channel());
                yield notifications.putOff(begun, backoff.after(attempts));
            }
        };
    }

    private Mono<Void> refused(Notification begun, Refusal refusal, String address) {
        return switch (refusal) {
            case OPTED_OUT -> suppressions.add(address).then(end(begun.failed(Reason.OPTED_OUT, clock.now())));
            case BAD_ADDRESS -> end(begun.failed(Reason.BAD_ADDRESS, clock.now()));
            case OTHER -> end(begun.failed(Reason.REFUSED, clock.now()));
        };
    }

    /** The answer to an earlier attempt was lost: nothing is sent before the provider was asked. */
    private Mono<Void> findOut(Turn turn, Progress.Sending lost) {
        Notification open = turn.notification();
        return traceOf(turn, lost).flatMap(trace -> switch (trace) {
            case Trace.Arrived(String providerId) -> end(open.sent(providerId, clock.now()));
            case Trace.NeverArrived _ -> sendIfTrue(turn);
            case Trace.CannotTell _ -> sendIfTrue(turn.with(open.possiblyRepeated()));
            case Trace.Unanswered _
            when open.isUseful(clock.now()) -> notifications.putOff(open, backoff.after(turn.attempts()));
            case Trace.Unanswered _ -> end(open.expired(Reason.OUTCOME_UNKNOWN, clock.now()));
        });
    }

    private Mono<Trace> traceOf(Turn turn, Progress.Sending lost) {
        if (turn.notification().recipient().audience() == Audience.STAFF) {
            return Mono.just(new Trace.CannotTell());
        }
        return Mono.justOrEmpty(
                        turn.visit().client().addressOn(turn.notification().channel()))
                .flatMap(to -> outgoing.trace(turn.notification().channel(), to, lost.fingerprint(), lost.since()))
                .defaultIfEmpty(new Trace.CannotTell());
    }

    private Mono<Void> lookAgain(Notification notification, int attempts) {
        return notifications.lookAgainAfter(notification, backoff.after(attempts));
    }

    private Mono<Void> end(Notification ended) {
        // Before it ends: whoever dies in between finds it open, and comes by here again.
        return notifications
                .addMissing(ended.elsewhere(clock.now()).stream().toList())
                .then(notifications.save(ended))
                .doOnNext(SendMessage::tell)
                .then();
    }

    private static void tell(Notification ended) {
        log.atInfo()
                .addKeyValue("notification", ended.id())
                .addKeyValue("appointment", ended.about().appointment())
                .addKeyValue("kind", ended.kind())
                .addKeyValue("channel", ended.channel())
                .addKeyValue("state", ended.progress().getClass().getSimpleName())
                .log("Message ended");
    }

    /** One claimed message with what its visit is known to be. */
    private record Turn(Notification notification, Visit visit, int attempts) {

        Turn with(Notification changed) {
            return new Turn(changed, visit, attempts);
        }
    }
}
