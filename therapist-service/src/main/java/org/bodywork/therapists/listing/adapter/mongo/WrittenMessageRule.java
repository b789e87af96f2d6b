package org.bodywork.therapists.listing.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.bodywork.therapists.listing.domain.MessageChannel;
import org.bodywork.therapists.listing.domain.MessageKind;
import org.bodywork.therapists.listing.domain.MessageReach;
import org.bodywork.therapists.listing.domain.MessageRule;
import org.bodywork.therapists.listing.domain.MessageRules;
import org.bodywork.therapists.listing.domain.MessageTime;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is stored and as it travels.
 *
 * @param when none for what is told as it happens
 */
record WrittenMessageRule(String kind, @Nullable When when, List<String> channels, String reach) {

    /** Nothing where all is as usual. */
    static @Nullable List<WrittenMessageRule> of(MessageRules rules) {
        return rules.equals(MessageRules.USUAL)
                ? null
                : rules.all().stream().map(WrittenMessageRule::of).toList();
    }

    static MessageRules read(@Nullable List<WrittenMessageRule> written) {
        return written == null
                ? MessageRules.USUAL
                : new MessageRules(
                        written.stream().map(WrittenMessageRule::rule).toList());
    }

    private static WrittenMessageRule of(MessageRule rule) {
        return new WrittenMessageRule(
                rule.kind().name(),
                When.of(rule.time()),
                rule.channels().stream().map(MessageChannel::name).toList(),
                rule.reach().name());
    }

    private MessageRule rule() {
        return new MessageRule(
                MessageKind.ofWord(kind),
                when == null ? new MessageTime.AsItHappens() : when.time(),
                channels.stream().map(MessageChannel::ofWord).toList(),
                MessageReach.ofWord(reach));
    }

    /** One of three: some time before the start, a time of day some days before, or some time after the end. */
    record When(
            @Nullable String beforeStart,
            @Nullable Integer daysBefore,
            @Nullable String at,
            @Nullable String afterEnd) {

        static @Nullable When of(MessageTime time) {
            return switch (time) {
                case MessageTime.AsItHappens _ -> null;
                case MessageTime.BeforeStart before -> new When(before.time().toString(), null, null, null);
                case MessageTime.DaysBefore before ->
                    new When(null, before.days(), before.at().toString(), null);
                case MessageTime.AfterEnd after ->
                    new When(null, null, null, after.time().toString());
            };
        }

        private MessageTime time() {
            if (beforeStart != null) {
                return new MessageTime.BeforeStart(Duration.parse(beforeStart));
            }
            return daysBefore != null && at != null
                    ? new MessageTime.DaysBefore(daysBefore, LocalTime.parse(at))
                    : new MessageTime.AfterEnd(Duration.parse(requireNonNull(afterEnd)));
        }
    }
}
