package org.bodywork.therapists.listing.adapter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bodywork.platform.web.Body;
import org.bodywork.therapists.listing.domain.MessageChannel;
import org.bodywork.therapists.listing.domain.MessageRule;
import org.bodywork.therapists.listing.domain.MessageRules;
import org.bodywork.therapists.listing.domain.MessageTime;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a practice's clients get, in the words of the event that tells of it.
 *
 * @param rules for kinds that are not named all is as usual
 */
@Body("message-rules")
record MessageRulesForm(List<RuleForm> rules) {

    static MessageRulesForm of(MessageRules rules) {
        return new MessageRulesForm(rules.all().stream().map(RuleForm::of).toList());
    }

    /**
     * One message.
     *
     * @param when none for what is told as it happens
     * @param reach {@code ALL} channels, which is meant when it is not said, or the {@code FIRST} that works
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleForm(
            String kind,
            @Nullable WhenForm when,
            List<String> channels,
            @Nullable String reach) {

        static RuleForm of(MessageRule rule) {
            return new RuleForm(
                    rule.kind().name(),
                    WhenForm.of(rule.time()),
                    rule.channels().stream().map(MessageChannel::name).toList(),
                    rule.reach().name());
        }
    }

    /**
     * One of three.
     *
     * @param beforeStart elapsed time such as {@code PT24H}
     * @param daysBefore with {@code at}: at that time of day at the visit's place
     * @param afterEnd elapsed time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhenForm(
            @Nullable String beforeStart,
            @Nullable Integer daysBefore,
            @Nullable String at,
            @Nullable String afterEnd) {

        static @Nullable WhenForm of(MessageTime time) {
            return switch (time) {
                case MessageTime.AsItHappens _ -> null;
                case MessageTime.BeforeStart before ->
                    new WhenForm(before.time().toString(), null, null, null);
                case MessageTime.DaysBefore before ->
                    new WhenForm(null, before.days(), before.at().toString(), null);
                case MessageTime.AfterEnd after ->
                    new WhenForm(null, null, null, after.time().toString());
            };
        }
    }
}
