package org.bodywork.notifications.consent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.bodywork.notifications.delivery.domain.Channel;
import org.bodywork.notifications.delivery.domain.OptOutWay;
import org.bodywork.platform.events.Event;

/**
 * A recipient chose to be written to no more, or again, as it travels on the topic {@code deliveries}: once for each of
 * their appointments that are still to come. It does not name the address.
 *
 * @param id stands for the address and the appointment
 * @param sequence counts the changes of the address
 */
record ConsentChanged(
        String id, String appointmentId, long sequence, Channel channel, boolean allowed, OptOutWay way, Instant at) {

    static final String TOPIC = "deliveries";
    static final String TYPE = "org.bodywork.notification.consent-changed.v1";

    static Event event(
            String digest,
            String appointment,
            long sequence,
            Channel channel,
            boolean allowed,
            OptOutWay way,
            Instant at) {
        String id = UUID.nameUUIDFromBytes((digest + "|" + appointment).getBytes(StandardCharsets.UTF_8))
                .toString();
        ConsentChanged told = new ConsentChanged(id, appointment, sequence, channel, allowed, way, at);
        return Event.of(TOPIC, appointment, TYPE, id, sequence, at, told);
    }
}
