package org.bodywork.notifications.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.notification.domain.MessageRule.Reach;
import org.bodywork.notifications.notification.domain.Timing.AfterEnd;
import org.bodywork.notifications.notification.domain.Timing.AtOnce;
import org.bodywork.notifications.notification.domain.Timing.BeforeStart;
import org.bodywork.notifications.notification.domain.Timing.DaysBefore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageRuleTest {

    static Stream<Arguments> rulesNobodyCanFollow() {
        LocalTime six = LocalTime.of(18, 0);
        return Stream.of(
                Arguments.of(MessageKind.REMINDER, new AfterEnd(Duration.ofHours(1)), "afterEnd"),
                Arguments.of(MessageKind.REMINDER, new BeforeStart(Duration.ofHours(-1)), "beforeStart"),
                Arguments.of(MessageKind.REMINDER, new BeforeStart(Duration.ZERO), "beforeStart"),
                Arguments.of(MessageKind.REMINDER, new BeforeStart(Duration.ofDays(61)), "beforeStart"),
                Arguments.of(MessageKind.REMINDER, new DaysBefore(0, six), "daysBefore"),
                Arguments.of(MessageKind.REMINDER, new DaysBefore(1, LocalTime.of(3, 0)), "at"),
                Arguments.of(MessageKind.REMINDER, new AtOnce(), "when"),
                Arguments.of(MessageKind.FOLLOW_UP, new BeforeStart(Duration.ofHours(1)), "beforeStart"),
                Arguments.of(MessageKind.CONFIRMATION, new BeforeStart(Duration.ofHours(1)), "beforeStart"),
                Arguments.of(MessageKind.NEW_BOOKING, new AtOnce(), "kind"));
    }

    @ParameterizedTest
    @MethodSource("rulesNobodyCanFollow")
    void refusesARuleThatSendsAtTheWrongTimeAndNamesTheField(MessageKind kind, Timing timing, String field) {
        assertThatExceptionOfType(InvalidRule.class)
                .isThrownBy(() -> new MessageRule(kind, timing, List.of(Channel.EMAIL), Reach.ALL))
                .extracting(InvalidRule::field)
                .isEqualTo(field);
    }

    @Test
    void refusesTwoRulesForTheSameMessage() {
        MessageRule rule = rule(Channel.EMAIL);
        MessageRule same = rule(Channel.SMS);

        assertThatExceptionOfType(InvalidRule.class).isThrownBy(() -> MessageRules.of(List.of(rule, same)));
    }

    @Test
    void replacesTheDefaultsOfItsKindAndOfNoOther() {
        MessageRules rules = MessageRules.of(List.of(rule(Channel.SMS)));

        assertThat(rules.of(MessageKind.REMINDER)).containsExactly(rule(Channel.SMS));
        assertThat(rules.of(MessageKind.FOLLOW_UP)).isEqualTo(MessageRules.DEFAULTS.of(MessageKind.FOLLOW_UP));
    }

    private static MessageRule rule(Channel channel) {
        return new MessageRule(MessageKind.REMINDER, new BeforeStart(Duration.ofHours(5)), List.of(channel), Reach.ALL);
    }
}
