package org.bodywork.notifications.directory;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.InvalidRule;
import org.bodywork.notifications.notification.domain.MessageKind;
import org.bodywork.notifications.notification.domain.MessageRule;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.MessageRules;
import org.bodywork.notifications.notification.domain.Timing;
import org.bodywork.platform.events.BadEvent;
import org.jspecify.annotations.Nullable;

/** A practice's message rules as they travel and as they are stored; what they mean is the domain's to say. */
record PracticeRules(List<Rule> messageRules) {

    /**
     * One rule.
     *
     * @param when none for what is told as soon as it happens
     */
    record Rule(
            String kind,
            @Nullable When when,
            List<Channel> channels,
            @Nullable Reach reach) {

        /** None for a kind that a newer producer knows and we do not. */
        private Optional<MessageRule> asRule() {
            return knownKind()
                    .map(known -> new MessageRule(known, timing(), channels, reach == null ? Reach.ALL : reach));
        }

        private Optional<MessageKind> knownKind() {
            return Arrays.stream(MessageKind.values())
                    .filter(each -> each.name().equals(kind))
                    .findFirst();
        }

        private Timing timing() {
            return when == null ? new Timing.AtOnce() : when.asTiming();
        }
    }

    /** One of three: some time before the start, a time of day some days before, or some time after the end. */
    record When(
            @Nullable Duration beforeStart,
            @Nullable Integer daysBefore,
            @Nullable String at,
            @Nullable Duration afterEnd) {

        private Timing asTiming() {
            if (beforeStart != null) {
                return new Timing.BeforeStart(beforeStart);
            }
            if (daysBefore != null && at != null) {
                return new Timing.DaysBefore(daysBefore, LocalTime.parse(at));
            }
            if (afterEnd != null) {
                return new Timing.AfterEnd(afterEnd);
            }
            return new Timing.AtOnce();
        }
    }

    /** Fails with {@link BadEvent}, which names each wrong field, when one of them cannot be followed. */
    MessageRules asRules() {
        List<MessageRule> own = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (int index = 0; index < messageRules.size(); index++) {
            String pointer = "/messageRules/" + index + "/";
            try {
                messageRules.get(index).asRule().ifPresent(own::add);
            } catch (InvalidRule e) {
                faults.add(pointer + e.getMessage());
            } catch (DateTimeException e) {
                faults.add(pointer + "at: is no time of day");
            }
        }
        if (!faults.isEmpty()) {
            throw new BadEvent(String.join("; ", faults));
        }
        try {
            return MessageRules.of(own);
        } catch (InvalidRule e) {
            throw new BadEvent("/messageRules " + e.getMessage(), e);
        }
    }

    /** Those of a newer producer, which we cannot follow yet. */
    List<String> unknownKinds() {
        return messageRules.stream()
                .filter(rule -> rule.knownKind().isEmpty())
                .map(Rule::kind)
                .distinct()
                .toList();
    }
}
