package org.bodywork.notifications.notification.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.application.Suppressions;
import org.bodywork.notifications.notification.domain.LastLook;
import org.bodywork.notifications.notification.domain.LastLook.Verdict;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Notification;
import org.bodywork.notifications.notification.domain.NotificationId;
import org.bodywork.notifications.notification.domain.PracticeId;
import org.bodywork.notifications.notification.domain.Reason;
import org.bodywork.notifications.notification.domain.Resend;
import org.bodywork.notifications.notification.domain.Visit;
import org.bodywork.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has a message sent to the client once more because staff wish it: as a row of its own, which says what is true now and
 * passes the same last look as any other. Each wish takes one of a few places whose names are fixed, so two that come at
 * once cannot be counted as one, nor one as two.
 */
public final class ResendMessage {

    /** More would be pestering: then it is time to call. */
    static final int PLACES = 3;

    private static final Logger log = LoggerFactory.getLogger(ResendMessage.class);

    private final Notifications notifications;
    private final Visits visits;
    private final Suppressions suppressions;
    private final BusinessClock clock;

    public ResendMessage(Notifications notifications, Visits visits, Suppressions suppressions, BusinessClock clock) {
        this.notifications = notifications;
        this.visits = visits;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /**
     * What came of a wish.
     *
     * @param replayed whether the same request had been answered before
     */
    public record Resent(Notification message, Visit visit, boolean replayed) {}

    /**
     * Whoever asks.
     *
     * @param request the same for one request sent twice
     */
    public record Asker(PracticeId practice, String account, String request) {}

    /** Fails with {@link UnknownMessage} or {@link CannotResend}. */
    public Mono<Resent> resend(NotificationId id, Asker asker) {
        return theirs(id, asker.practice())
                .flatMap(message -> message.resend() == null
                        ? Mono.just(message)
                        : theirs(message.resend().of(), asker.practice()))
                .flatMap(
                        first -> visits.find(first.about().appointment()).flatMap(visit -> resend(first, visit, asker)))
                .switchIfEmpty(Mono.error(() -> new UnknownMessage(id)));
    }

    private Mono<Notification> theirs(NotificationId id, PracticeId practice) {
        return notifications
                .find(id)
                .filter(message -> message.about().practice().equals(practice));
    }

    private Mono<Resent> resend(Notification first, Visit visit, Asker asker) {
        Resend wish = new Resend(first.id(), asker.account(), asker.request());
        return places(first)
                .concatMap(notifications::find)
                .filter(earlier -> isFor(wish, earlier))
                .next()
                .map(earlier -> new Resent(earlier, visit, true))
                .switchIfEmpty(Mono.defer(() -> anew(first, visit, wish)));
    }

    private Mono<Resent> anew(Notification first, Visit visit, Resend wish) {
        return objection(first, visit)
                .<Resent>flatMap(reason -> Mono.error(() -> new CannotResend(reason)))
                .switchIfEmpty(Mono.defer(() -> takePlace(first, visit, wish)));
    }

    private Mono<String> objection(Notification first, Visit visit) {
        return Mono.justOrEmpty(objection(first, visit, clock.now()))
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(visit.addressOn(first.channel()))
                        .filterWhen(suppressions::contains)
                        .map(_ -> Reason.OPTED_OUT.name())));
    }

    /** What is against it, as far as the visit itself says. */
    static Optional<String> objection(Notification first, Visit visit, Instant now) {
        if (first.recipient().audience() == Audience.STAFF) {
            return Optional.of(CannotResend.FOR_STAFF);
        }
        if (first.isOpen()) {
            return Optional.of(CannotResend.STILL_OPEN);
        }
        Resend wish = new Resend(first.id(), "", "");
        return switch (LastLook.at(first.again(wish, 1, visit, now), visit, now)) {
            case Verdict.Send _, Verdict.Hold _ -> Optional.empty();
            case Verdict.Skip(Reason reason) -> Optional.of(reason.name());
            case Verdict.Expire _ -> Optional.of(Reason.TOO_LATE.name());
        };
    }

    private Mono<Resent> takePlace(Notification first, Visit visit, Resend wish) {
        return Flux.range(1, PLACES)
                .map(place -> first.again(wish, place, visit, clock.now()))
                .concatMap(again -> notifications.addMissing(List.of(again)).then(notifications.find(again.id())))
                .filter(there -> isFor(wish, there))
                .next()
                .doOnNext(this::tell)
                .map(planned -> new Resent(planned, visit, false))
                .switchIfEmpty(Mono.error(() -> new CannotResend(CannotResend.ENOUGH)));
    }

    private static boolean isFor(Resend wish, Notification message) {
        @Nullable Resend theirs = message.resend();
        return theirs != null && theirs.request().equals(wish.request());
    }

    private static Flux<NotificationId> places(Notification first) {
        return Flux.range(1, PLACES).map(place -> first.id().again(place));
    }

    private void tell(Notification planned) {
        notifications.sendDueNow();
        log.atInfo()
                .addKeyValue("notification", planned.id())
                .addKeyValue("appointment", planned.about().appointment())
                .addKeyValue("kind", planned.kind())
                .addKeyValue("channel", planned.channel())
                .log("A message is sent once more");
    }
}
