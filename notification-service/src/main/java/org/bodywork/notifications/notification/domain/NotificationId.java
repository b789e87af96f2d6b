package org.bodywork.notifications.notification.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.bodywork.notifications.delivery.domain.Channel;

/** Names a notification. Derived from what it is about, so the same message cannot be planned twice. */
public record NotificationId(String value) {

    /**
     * The id of the message that says this.
     *
     * @param timing tells several messages of one kind about one visit apart
     * @param revision what tells two messages of one kind about one visit apart: the visit's sequence for news about it,
     *     its timeRevision for what is timed by the visit
     */
    static NotificationId of(
            AppointmentId appointment,
            MessageKind kind,
            Timing timing,
            long revision,
            Recipient recipient,
            Channel channel) {
        String about = "%s|%s%s|%d|%s|%s".formatted(appointment, kind, timing.key(), revision, recipient, channel);
        return derivedFrom(about);
    }

    /** The same message on another channel. */
    NotificationId on(Channel channel) {
        return derivedFrom(value + "|" + channel);
    }

    /** The same message once more, for somebody's wish in this place. */
    public NotificationId again(int place) {
        return derivedFrom(value + "|again#" + place);
    }

    private static NotificationId derivedFrom(String about) {
        return new NotificationId(UUID.nameUUIDFromBytes(about.getBytes(UTF_8)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
