package org.bodywork.therapists.listing.domain;

import java.util.List;

/**
 * What a practice wants its clients to be told. What is set for a kind stands instead of all that is usual for that
 * kind; what is usual is for whoever sends the messages to say.
 */
public record MessageRules(List<MessageRule> all) {

    /** Everything as usual. */
    public static final MessageRules USUAL = new MessageRules(List.of());

    private static final int MOST = 50;

    public MessageRules {
        all = List.copyOf(all);
        if (all.size() > MOST) {
            throw new InvalidValue("at most %d rules".formatted(MOST));
        }
        Repeated.refuse(all.stream().map(MessageRules::message).toList(), "message");
    }

    /** What tells one message from another: two rules of one kind at one time would send it twice. */
    public static Object message(MessageRule rule) {
        return List.of(rule.kind(), rule.time());
    }
}
