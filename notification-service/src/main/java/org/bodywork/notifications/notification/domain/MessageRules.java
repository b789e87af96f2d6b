package org.bodywork.notifications.notification.domain;

import static org.bodywork.notifications.delivery.domain.Channel.EMAIL;
import static org.bodywork.notifications.delivery.domain.Channel.SMS;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageKind.Audience;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.Timing.AfterEnd;
import org.bodywork.notifications.notification.domain.Timing.AtOnce;
import org.bodywork.notifications.notification.domain.Timing.BeforeStart;
import org.bodywork.notifications.notification.domain.Timing.DaysBefore;

/** Which messages clients get, when and how: what a practice set, and the defaults for all else. */
public final class MessageRules {

    public static final MessageRules DEFAULTS = new MessageRules(byKind(defaults()));

    private final Map<MessageKind, List<MessageRule>> byKind;

    private MessageRules(Map<MessageKind, List<MessageRule>> byKind) {
        this.byKind = byKind;
    }

    /**
     * What a practice set for a kind stands instead of all defaults for that kind.
     *
     * @throws InvalidRule when two rules would send the same message
     */
    public static MessageRules of(List<MessageRule> own) {
        Set<String> seen = new HashSet<>();
        for (MessageRule rule : own) {
            if (!seen.add(rule.kind() + rule.timing().key())) {
                throw new InvalidRule("when", "two rules of one kind mean the same time");
            }
        }
        Map<MessageKind, List<MessageRule>> all = byKind(defaults());
        all.putAll(byKind(own.stream()));
        return new MessageRules(all);
    }

    public List<MessageRule> of(MessageKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    private static Stream<MessageRule> defaults() {
        Stream<MessageRule> news = Arrays.stream(MessageKind.values())
                .filter(kind -> kind.audience() == Audience.CLIENT)
                .filter(kind -> !kind.isTimed() && !kind.isOfAPlan())
                .map(kind -> rule(kind, new AtOnce(), EMAIL, SMS));
        Stream<MessageRule> plans = Stream.of(
                rule(MessageKind.PLAN_TO_AGREE, new AtOnce(), EMAIL),
                new MessageRule(MessageKind.NEXT_VISIT_DUE, new AtOnce(), List.of(EMAIL, SMS), Reach.FIRST));
        Stream<MessageRule> timed = Stream.of(
                rule(MessageKind.REMINDER, new BeforeStart(Duration.ofDays(3)), EMAIL),
                rule(MessageKind.REMINDER, new BeforeStart(Duration.ofHours(24)), EMAIL, SMS),
                rule(MessageKind.REMINDER, new BeforeStart(Duration.ofHours(2)), SMS),
                rule(MessageKind.INTAKE_MISSING, new DaysBefore(2, LocalTime.of(17, 0)), EMAIL),
                rule(MessageKind.FOLLOW_UP, new AfterEnd(Duration.ofDays(1)), EMAIL),
                rule(MessageKind.FOLLOW_UP, new AfterEnd(Duration.ofDays(3)), EMAIL),
                rule(MessageKind.REVIEW_REQUEST, new AfterEnd(Duration.ofDays(2)), EMAIL));
        return Stream.of(news, plans, timed).flatMap(rules -> rules);
    }

    private static MessageRule rule(MessageKind kind, Timing timing, Channel... channels) {
        return new MessageRule(kind, timing, List.of(channels), Reach.ALL);
    }

    private static Map<MessageKind, List<MessageRule>> byKind(Stream<MessageRule> rules) {
        return rules.collect(Collectors.groupingBy(
                MessageRule::kind, () -> new EnumMap<>(MessageKind.class), Collectors.toUnmodifiableList()));
    }
}
