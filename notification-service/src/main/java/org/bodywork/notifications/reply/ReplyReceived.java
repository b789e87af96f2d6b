package org.bodywork.notifications.reply;

import java.time.Instant;
import org.bodywork.platform.events.Event;

/**
 * A client answered by text, as it travels on the topic {@code deliveries}. It carries what the answer means, and neither
 * its words nor the number.
 *
 * @param id stands for the text and the appointment
 */
record ReplyReceived(String id, String appointmentId, long sequence, Meaning meaning, Instant at) {

    static final String TOPIC = "deliveries";
    static final String TYPE = "org.bodywork.notification.reply-received.v1";

    Event event() {
        return Event.of(TOPIC, appointmentId, TYPE, id, sequence, at, this);
    }
}
