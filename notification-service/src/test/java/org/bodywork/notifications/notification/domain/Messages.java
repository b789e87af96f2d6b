package org.bodywork.notifications.notification.domain;

import static org.bodywork.notifications.notification.domain.VisitBuilder.START;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.Notification.About;

/** Messages about a visit that wait to be sent. */
public final class Messages {

    /** One reminder, a day before, on both channels; no word after the visit. */
    public static final MessageRules A_DAY_BEFORE = MessageRules.of(List.of(
            new MessageRule(
                    MessageKind.REMINDER,
                    new Timing.BeforeStart(Duration.ofHours(24)),
                    List.of(Channel.EMAIL, Channel.SMS),
                    Reach.ALL),
            new MessageRule(MessageKind.FOLLOW_UP, new Timing.AfterEnd(Duration.ofHours(24)), List.of(), Reach.ALL)));

    public static final Told TOLD = Told.of(VisitBuilder.aConfirmedVisit().build());

    private Messages() {}

    /** All that follows from a change of a visit nobody had heard of, at a practice without staff. */
    public static List<Notification> messagesFor(VisitChange change, Instant now) {
        return new MessagePlan(A_DAY_BEFORE, List.of()).messagesFor(change, null, now);
    }

    public static Notification aMessage(MessageKind kind, Channel channel, Visit visit) {
        return new Notification(
                NotificationId.of(visit.id(), kind, new Timing.AtOnce(), visit.sequence(), Recipient.CLIENT, channel),
                kind,
                channel,
                Recipient.CLIENT,
                About.of(visit),
                START.minus(Duration.ofDays(3)),
                START.minus(Duration.ofDays(1)),
                START,
                new Progress.Planned(),
                false,
                1,
                0,
                true,
                List.of(),
                null,
                null);
    }
}
