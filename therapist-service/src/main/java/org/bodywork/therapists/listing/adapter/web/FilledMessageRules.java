package org.bodywork.therapists.listing.adapter.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bodywork.therapists.form.Faults;
import org.bodywork.therapists.listing.adapter.web.MessageRulesForm.RuleForm;
import org.bodywork.therapists.listing.adapter.web.MessageRulesForm.WhenForm;
import org.bodywork.therapists.listing.domain.InvalidValue;
import org.bodywork.therapists.listing.domain.MessageChannel;
import org.bodywork.therapists.listing.domain.MessageKind;
import org.bodywork.therapists.listing.domain.MessageReach;
import org.bodywork.therapists.listing.domain.MessageRule;
import org.bodywork.therapists.listing.domain.MessageRules;
import org.bodywork.therapists.listing.domain.MessageTime;
import org.bodywork.therapists.listing.domain.Repeated;
import org.jspecify.annotations.Nullable;

/** Makes a practice's message rules of a form. */
final class FilledMessageRules {

    private final MessageRulesForm form;
    private final Faults faults = new Faults();
    private final Set<Object> messages = new HashSet<>();

    FilledMessageRules(MessageRulesForm form) {
        this.form = form;
    }

    MessageRules rules() {
        List<MessageRule> rules = faults.each("/rules", form.rules(), this::rule);
        faults.refuse();
        return new MessageRules(rules);
    }

    private @Nullable MessageRule rule(RuleForm rule, String at) {
        MessageKind kind = faults.read(at + "/kind", () -> MessageKind.ofWord(rule.kind()));
        WhenForm when = rule.when();
        MessageTime time = when == null ? new MessageTime.AsItHappens() : time(when, at + "/when");
        List<MessageChannel> channels =
                faults.each(at + "/channels", rule.channels(), (word, _) -> MessageChannel.ofWord(word));
        faults.check(at + "/channels", () -> Repeated.refuse(channels, "channel"));
        String said = rule.reach();
        MessageReach reach =
                said == null ? MessageReach.ALL : faults.read(at + "/reach", () -> MessageReach.ofWord(said));
        if (kind == null || time == null || reach == null) {
            return null;
        }
        faults.check(at + place(when), () -> kind.requireToldAt(time));
        MessageRule whole = Faults.whole(() -> new MessageRule(kind, time, channels, reach));
        faults.require(
                whole == null || messages.add(MessageRules.message(whole)),
                at + "/when",
                "An earlier rule sends this message at the same time.");
        return whole;
    }

    /** What is at fault when a message does not go at the time that was said. */
    private static String place(@Nullable WhenForm when) {
        if (when == null) {
            return "/when";
        }
        if (when.beforeStart() != null) {
            return "/when/beforeStart";
        }
        return when.afterEnd() != null ? "/when/afterEnd" : "/when/daysBefore";
    }

    private @Nullable MessageTime time(WhenForm when, String at) {
        String beforeStart = when.beforeStart();
        String afterEnd = when.afterEnd();
        Integer days = when.daysBefore();
        String clock = when.at();
        boolean daysBefore = days != null || clock != null;
        if (Stream.of(beforeStart != null, daysBefore, afterEnd != null)
                        .filter(said -> said)
                        .count()
                != 1) {
            faults.add(at, "Must say one of these: beforeStart; daysBefore with at; afterEnd.");
            return null;
        }
        if (beforeStart != null) {
            return faults.read(at + "/beforeStart", () -> new MessageTime.BeforeStart(duration(beforeStart)));
        }
        if (afterEnd != null) {
            return faults.read(at + "/afterEnd", () -> new MessageTime.AfterEnd(duration(afterEnd)));
        }
        faults.require(days != null, at + "/daysBefore", "This field is required.");
        faults.require(clock != null, at + "/at", "This field is required.");
        Integer before =
                days == null ? null : faults.read(at + "/daysBefore", () -> MessageTime.DaysBefore.requireDays(days));
        LocalTime time = clock == null
                ? null
                : faults.read(at + "/at", () -> MessageTime.DaysBefore.requireByDay(timeOfDay(clock)));
        return before == null || time == null ? null : new MessageTime.DaysBefore(before, time);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException notOne) {
            throw new InvalidValue("is not a length of time such as PT24H or P3D");
        }
    }

    private static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException notOne) {
            throw new InvalidValue("is not a time of day such as 18:00");
        }
    }
}
