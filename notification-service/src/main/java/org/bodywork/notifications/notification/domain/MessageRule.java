package org.bodywork.notifications.notification.domain;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.Timing.AfterEnd;
import org.bodywork.notifications.notification.domain.Timing.AtOnce;
import org.bodywork.notifications.notification.domain.Timing.BeforeStart;
import org.bodywork.notifications.notification.domain.Timing.DaysBefore;

/**
 * One message that goes to the client about each visit it fits.
 *
 * @param channels in order of preference; none means that it does not go
 */
public record MessageRule(MessageKind kind, Timing timing, List<Channel> channels, Reach reach) {

    private static final Duration LONGEST = Duration.ofDays(60);

    /** How many of the channels are used. */
    public enum Reach {
        ALL,
        /** The first on which the client can be reached; the next where it fails. */
        FIRST
    }

    /** Fails with {@link InvalidRule} when it could not be followed, or would send when it is of no use. */
    public MessageRule {
        channels = List.copyOf(channels);
        if (kind.audience() != Audience.CLIENT) {
            throw new InvalidRule("kind", "what staff are told is not for rules");
        }
        if (new HashSet<>(channels).size() < channels.size()) {
            throw new InvalidRule("channels", "a channel is named twice");
        }
        checkTiming(kind, timing);
    }

    private static void checkTiming(MessageKind kind, Timing timing) {
        switch (timing) {
            case AtOnce _ -> {
                if (kind.isTimed()) {
                    throw new InvalidRule("when", "is missing");
                }
            }
            case BeforeStart(Duration time) -> {
                require(kind.isBeforeVisit(), "beforeStart", "this message does not go before the visit");
                requireLength(time, "beforeStart", "sends after the visit has begun");
            }
            case DaysBefore rule -> {
                require(kind.isBeforeVisit(), "daysBefore", "this message does not go before the visit");
                requireLength(Duration.ofDays(rule.days()), "daysBefore", "sends on the day of the visit or after it");
                require(!QuietHours.AT_NIGHT.contains(rule.at()), "at", "lies in quiet hours");
            }
            case AfterEnd(Duration time) -> {
                require(kind.isAfterVisit(), "afterEnd", "sends after the visit");
                requireLength(time, "afterEnd", "sends before the visit has ended");
            }
        }
    }

    private static void requireLength(Duration time, String field, String why) {
        require(time.isPositive(), field, why);
        require(time.compareTo(LONGEST) <= 0, field, "is more than 60 days");
    }

    private static void require(boolean right, String field, String why) {
        if (!right) {
            throw new InvalidRule(field, why);
        }
    }
}
