package org.bodywork.therapists.listing.domain;

import java.util.List;

/**
 * One message that clients get about each visit it fits.
 *
 * @param channels in order of preference; none means that it does not go
 */
public record MessageRule(MessageKind kind, MessageTime time, List<MessageChannel> channels, MessageReach reach) {

    public MessageRule {
        kind.requireToldAt(time);
        channels = List.copyOf(channels);
        Repeated.refuse(channels, "channel");
    }
}
